import { bankOrdersView } from "@mingbai/treasury/views/bank";
import type { Books } from "../books/books.ts";
import { lateMs, takeFault } from "../books/faults.ts";
import { findPayment, takeOrder } from "../books/payments.ts";
import type { Ledger } from "../ledger/ledger-link.ts";

/** Takes the orders that the ledger has released and these books do not have. Returns how many. */
export async function takeReleasedOrders(books: Books, link: Ledger, nowMs: number): Promise<number> {
  const { orders } = await link.asBank((client) => client.ask(bankOrdersView, {}));
  let taken = 0;
  for (const { endToEndId, amountMinor: amount, creditor } of orders) {
    if (findPayment(books, endToEndId) !== undefined) continue;
    const order = { endToEndId, amount, creditor: { name: creditor.name, account: creditor.bankAccount ?? "" } };
    books.transaction(() => takeOrder(books, order, { nowMs, dueMs: dueMs(books, nowMs) }));
    taken++;
  }
  return taken;
}

/** When an order that comes now will be paid: at once, unless it was asked to be late. */
export function dueMs(books: Books, nowMs: number): number {
  return takeFault(books, "late") ? nowMs + lateMs : nowMs;
}
