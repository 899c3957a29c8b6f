import { findBase64 } from "@mingbai/codec/base64";
import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { isValidPromise, type SignedPromise } from "@mingbai/ledger/availability/promise";
import { ledgerRefusals } from "@mingbai/ledger/refusal";
import { findHeader, type TransactionHeader } from "@mingbai/ledger/transaction/header";
import { findPromise } from "./promise.ts";
import { findReceipt } from "./receipt.ts";
import { findRosterOfEpoch, type ReceiptTrust, type TrustFault } from "./receipt-trust.ts";
import { type ReceiptFact, verifyReceipt } from "./verify-receipt.ts";

/** kept: in the log by its height. broken: not in it by then, which the receipt shows. open: the receipt shows neither. */
export type PromiseOutcome = "kept" | "broken" | "open";

export interface PromiseFact {
  /** Of the transaction. */
  readonly id: string;
  /** Who promised. */
  readonly organisation: string;
  readonly byHeight: number;
  readonly outcome: PromiseOutcome;
  /** At which height stands what the receipt is of. */
  readonly height: number;
}

export type PromiseVerdict =
  | { readonly ok: false; readonly fault: PromiseFault }
  | { readonly ok: true; readonly fact: PromiseFact };

export type PromiseFault =
  | "PROMISE_MALFORMED"
  | "RECEIPT_WRONG"
  | "PROMISE_SIGNATURE_WRONG"
  | "ROSTER_NOT_OF_EPOCH"
  | TrustFault;

/**
 * Judges a node's promise offline, by a receipt of the same ledger and the keys that the verifier pinned. Any receipt shows
 * whether the promise is genuine; kept or broken is shown by one of the transaction itself, or of another that used its number
 * later. Never throws.
 */
export function verifyPromise(
  text: string,
  { receipt, trust }: { receipt: string; trust: ReceiptTrust },
): PromiseVerdict {
  const found = findPromise(text);
  if (found === undefined) return { ok: false, fault: "PROMISE_MALFORMED" };
  const { fact } = verifyReceipt(receipt, trust);
  const { rosters = [], header } = findReceipt(receipt) ?? {};
  if (fact === undefined) return { ok: false, fault: "RECEIPT_WRONG" };
  const { promise } = found;
  const note = findRosterOfEpoch(trust, { rosters, epoch: promise.epoch, height: fact.height });
  if (typeof note === "string") return { ok: false, fault: note };
  const { chain } = found.header;
  if (!isValidPromise(promise, { chain, roster: note.roster })) return { ok: false, fault: "PROMISE_SIGNATURE_WRONG" };
  const { organisation = "" } = note.roster.members[promise.node] ?? {};
  const outcome = outcomeOf(found, { fact, header: header === undefined ? undefined : headerIn(header) });
  const { byHeight } = promise;
  return { ok: true, fact: { id: toHex(promise.id), organisation, byHeight, outcome, height: fact.height } };
}

interface Shown {
  readonly fact: ReceiptFact;
  readonly header: TransactionHeader | undefined;
}

/** No transaction has two leaves, and one that was in the log would have used its number. */
function outcomeOf(
  { promise, header }: { promise: SignedPromise; header: TransactionHeader },
  shown: Shown,
): PromiseOutcome {
  const isLate = shown.fact.height > promise.byHeight;
  if (shown.fact.id === toHex(promise.id)) return isLate ? "broken" : "kept";
  return isLate && shown.header !== undefined && isFirstUnder(header, shown.header, shown.fact) ? "broken" : "open";
}

/** Whether the other transaction has used this one's number. */
function isFirstUnder(header: TransactionHeader, other: TransactionHeader, { result }: ReceiptFact): boolean {
  const isSameNumber = other.keyId === header.keyId && other.lane === header.lane && other.sequence === header.sequence;
  const isSameSigner = equalBytes(other.publicKey, header.publicKey) && equalBytes(other.chain, header.chain);
  return isSameNumber && isSameSigner && result !== ledgerRefusals.SEQUENCE_USED.number;
}

function headerIn(text: string): TransactionHeader | undefined {
  const bytes = findBase64(text);
  return bytes && findHeader(bytes);
}
