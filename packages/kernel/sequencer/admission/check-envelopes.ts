import { type Checked, checkEnvelope } from "@mingbai/ledger/transaction/check-envelope";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";

/** Checks every envelope in these bytes: form, body hash, signature. Needs no state. PERF: see `check-pool.ts`. */
export function checkEnvelopes(bytes: Uint8Array, envelopesMax: number): Checked[] {
  const checked: Checked[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (checked.length === envelopesMax) return [...checked, { fault: "MALFORMED" }];
    const envelope = readEnvelope(bytes.subarray(at));
    if (typeof envelope === "string") return [...checked, { fault: "MALFORMED" }];
    checked.push(checkEnvelope(envelope));
    at += envelope.length;
  }
  return checked;
}
