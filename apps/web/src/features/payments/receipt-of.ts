import type { PaymentRow } from "@mingbai/treasury/views";
import type { ReceiptOf, ToldPayment } from "../../ui/receipt-store.ts";
import { transactionOf } from "./payment-id.ts";

/** What a page shows of a payment; nothing for money that came back, whose act names other accounts. */
export function toldPayment(row: PaymentRow): ToldPayment | undefined {
  if (row.kind !== "payment") return undefined;
  return { amountMinor: row.amountMinor, payee: row.payee, fundName: row.fund.name };
}

/** The receipt of a row of payments: of its line, named by its reference. */
export function receiptOf(row: PaymentRow): ReceiptOf {
  const told = toldPayment(row);
  return { ...transactionOf(row.id), title: row.reference, ...(told ? { told } : {}) };
}
