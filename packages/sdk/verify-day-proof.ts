import { findBase64 } from "@mingbai/codec/base64";
import { fromHex } from "@mingbai/codec/hex";
import { schemeOf } from "@mingbai/crypto/scheme";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { findHeader, type TransactionHeader } from "@mingbai/ledger/transaction/header";
import { dayEquation } from "@mingbai/treasury/day-close/equation";
import { DayClose } from "@mingbai/treasury/day-close/schema";
import { type DayProof, findDayProof } from "./day-proof.ts";
import { judgeReceipt } from "./judge-receipt.ts";
import type { Receipt } from "./receipt.ts";
import type { ReceiptTrust } from "./receipt-trust.ts";
import type { ReceiptFact } from "./verify-receipt.ts";

/** In the order in which they are judged; one that needs what failed before is not judged. */
export const dayCheckNames = ["form", "office", "bank", "sameBytes", "statement", "equation"] as const;
export type DayCheckName = (typeof dayCheckNames)[number];

export interface DayCheck {
  readonly name: DayCheckName;
  readonly ok: boolean;
  /** A code for what is wrong; empty where nothing is. */
  readonly detail: string;
}

/** What a day proof shows, once all checks hold. Amounts are minor units. */
export interface DayFact {
  readonly claim: DayClose;
  /** The sum of the items' effects. */
  readonly inTransit: number;
  readonly closed: ReceiptFact;
  readonly countersigned: ReceiptFact;
}

export interface DayVerdict {
  readonly ok: boolean;
  readonly checks: readonly DayCheck[];
  readonly fact?: DayFact;
}

/**
 * Checks a day proof offline, from nothing but its text and the keys that the verifier pinned: both signatures stand on
 * the ledger and were accepted, both are over the same bytes, the bank signed the balance in them, and the equation holds.
 * Never throws.
 */
export function verifyDayProof(text: string, trust: ReceiptTrust): DayVerdict {
  const proof = findDayProof(text);
  if (proof === undefined) return failed([check("form", "DAY_PROOF_MALFORMED")]);
  const checks = [check("form", "")];
  const closed = judgeReceipt(proof.close, "treasury.closeBankDay", trust);
  const countersigned = judgeReceipt(proof.countersign, "treasury.countersignBankDay", trust);
  checks.push(check("office", faultOf(closed)), check("bank", faultOf(countersigned)));
  if (typeof closed === "string" || typeof countersigned === "string") return failed(checks);
  checks.push(check("sameBytes", sameFault(proof, { closed, countersigned })));
  const claim = DayClose.safeParse(countersigned.body).data;
  if (claim === undefined || checks.some(({ ok }) => !ok)) return failed(checks);
  const { inTransit, gap } = dayEquation(claim);
  checks.push(check("statement", statementFault(proof.countersign, claim)));
  checks.push(check("equation", gap === 0 ? "" : "EQUATION_FAILS"));
  if (checks.some(({ ok }) => !ok)) return failed(checks);
  return { ok: true, checks, fact: { claim, inTransit, closed, countersigned } };
}

/** Two keys signed one text, the office first. */
function sameFault(
  { close, countersign }: DayProof,
  { closed, countersigned }: { closed: ReceiptFact; countersigned: ReceiptFact },
): string {
  if (close.body === undefined || close.body !== countersign.body) return "BODIES_DIFFER";
  const [first, second] = [headerOf(close), headerOf(countersign)];
  if (first === undefined || second === undefined || first.keyId === second.keyId) return "ONE_KEY";
  return closed.log.index < countersigned.log.index ? "" : "ORDER_REVERSED";
}

/** The balance is signed by the key that countersigned, for the ledger that this key signed for. */
function statementFault(countersign: Receipt, { bankAccount, day, statement }: DayClose): string {
  const { keyId, signature, ...claim } = statement;
  const header = headerOf(countersign);
  const scheme = header && schemeOf(header.scheme);
  if (header === undefined || scheme === undefined || header.keyId !== keyId) return "STATEMENT_KEY_OTHER";
  const message = statementMessage({ chain: header.chain, bankAccount, day, ...claim });
  const signed = { scheme, publicKey: header.publicKey, signature: fromHex(signature), ...message };
  return verifySignature(signed) ? "" : "STATEMENT_SIGNATURE_WRONG";
}

function headerOf({ header }: Receipt): TransactionHeader | undefined {
  const bytes = header === undefined ? undefined : findBase64(header);
  return bytes && findHeader(bytes);
}

function faultOf(judged: ReceiptFact | string): string {
  return typeof judged === "string" ? judged : "";
}

function check(name: DayCheckName, fault: string): DayCheck {
  return { name, ok: fault === "", detail: fault };
}

function failed(checks: readonly DayCheck[]): DayVerdict {
  return { ok: false, checks };
}
