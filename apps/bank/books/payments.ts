import type { PaymentOrder } from "@mingbai/iso20022/pain001";
import { z } from "zod";
import type { Books } from "./books.ts";

/** accepted: will be paid. paid, rejected, returned: ends. */
export const paymentStates = ["accepted", "paid", "rejected", "returned"] as const;
export type PaymentState = (typeof paymentStates)[number];

export const Payment = z
  .object({
    end_to_end_id: z.string(),
    amount: z.int(),
    creditor_name: z.string(),
    creditor_account: z.string(),
    remittance: z.string(),
    state: z.enum(paymentStates),
    reason: z.string().nullable(),
    due_ms: z.int(),
    received_ms: z.int(),
    is_told: z.int(),
  })
  .transform((row) => ({
    endToEndId: row.end_to_end_id,
    amount: row.amount,
    creditor: { name: row.creditor_name, account: row.creditor_account },
    remittance: row.remittance,
    state: row.state,
    reason: row.reason,
    dueMs: row.due_ms,
    receivedMs: row.received_ms,
  }));
export type Payment = z.infer<typeof Payment>;

export function findPayment(books: Books, endToEndId: string): Payment | undefined {
  return books.find(Payment, "select * from payment where end_to_end_id = ?", endToEndId);
}

/**
 * Takes an order, once for ever: the same end-to-end id again is the same order. "differs" where it asks for another
 * amount or another account under a name that is used.
 */
export function takeOrder(
  books: Books,
  order: PaymentOrder,
  when: { nowMs: number; dueMs: number },
): "taken" | "known" | "differs" {
  const { endToEndId, amount, creditor, remittance = "" } = order;
  const known = findPayment(books, endToEndId);
  if (known !== undefined) {
    return known.amount === amount && known.creditor.account === creditor.account ? "known" : "differs";
  }
  books.run(
    `insert into payment (end_to_end_id, amount, creditor_name, creditor_account, remittance, state, due_ms, received_ms)
      values (?, ?, ?, ?, ?, 'accepted', ?, ?)`,
    endToEndId,
    amount,
    creditor.name,
    creditor.account,
    remittance,
    when.dueMs,
    when.nowMs,
  );
  return "taken";
}

export function listDue(books: Books, nowMs: number, limit: number): Payment[] {
  return books.all(
    Payment,
    "select * from payment where state = 'accepted' and due_ms <= ? order by due_ms, received_ms limit ?",
    nowMs,
    limit,
  );
}

export function listLatestPayments(books: Books, limit: number): Payment[] {
  return books.all(Payment, "select * from payment order by received_ms desc, end_to_end_id limit ?", limit);
}

/** Moves an order on. A rejection is untold until the ledger has heard of it. */
export function endPayment(books: Books, endToEndId: string, to: { state: PaymentState; reason?: string }): void {
  const told = to.state === "rejected" ? 0 : 1;
  books.run(
    "update payment set state = ?, reason = ?, is_told = ? where end_to_end_id = ?",
    to.state,
    to.reason ?? null,
    told,
    endToEndId,
  );
}

export function listUntold(books: Books, limit: number): Payment[] {
  return books.all(Payment, "select * from payment where is_told = 0 order by received_ms limit ?", limit);
}

export function markTold(books: Books, endToEndId: string): void {
  books.run("update payment set is_told = 1 where end_to_end_id = ?", endToEndId);
}
