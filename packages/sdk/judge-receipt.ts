import { formatReceipt, type Receipt } from "./receipt.ts";
import type { ReceiptTrust } from "./receipt-trust.ts";
import { type ReceiptFact, verifyReceipt } from "./verify-receipt.ts";

/** What a receipt within a proof shows, where it does and is of this command, accepted; else the code of what is wrong. */
export function judgeReceipt(receipt: Receipt, command: string, trust: ReceiptTrust): ReceiptFact | string {
  const { checks, fact } = verifyReceipt(formatReceipt(receipt), trust);
  if (fact === undefined) return checks.find(({ ok }) => !ok)?.detail ?? "RECEIPT_MALFORMED";
  if (fact.command !== command) return "OTHER_COMMAND";
  return fact.accepted ? fact : "REFUSED_BY_LEDGER";
}
