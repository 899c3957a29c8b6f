import { hashLines } from "@mingbai/codec/line-tree/hash-lines";
import type { Checked } from "@mingbai/ledger/transaction/check-envelope";
import { findBodyFault, findPayments, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import type { Checker } from "@mingbai/sequencer/admission/checked";

/** Checks form and body hash in this thread and lets every signature pass: for tests whose signatures are filler. */
export const inThreadChecker: Checker = {
  async check(bytes) {
    const checked: Checked[] = [];
    for (let at = 0; at < bytes.length; ) {
      const envelope = readEnvelope(bytes.subarray(at));
      if (typeof envelope === "string") return { bytes, checked: [...checked, { fault: "MALFORMED" }] };
      const payments = findPayments(envelope);
      const lines = payments && hashLines(payments.lines);
      const isIntact = findBodyFault(envelope, lines?.root) === undefined;
      checked.push(isIntact ? { ...(lines && { lines }) } : { fault: "BODY_HASH_WRONG" });
      at += envelope.length;
    }
    return { bytes, checked };
  },
  close: async () => undefined,
};
