import type { Books } from "../books/books.ts";
import { addEntry } from "../books/entries.ts";
import { endPayment, findPayment } from "../books/payments.ts";
import type { BankClock } from "./bank-clock.ts";

/** A payee's bank sends a payment back: AC04, its account is closed. False where nothing of this name was paid. */
export function giveBack(
  books: Books,
  endToEndId: string,
  { account, clock }: { account: string; clock: BankClock },
): boolean {
  return books.transaction(() => {
    const payment = findPayment(books, endToEndId);
    if (payment?.state !== "paid") return false;
    endPayment(books, endToEndId, { state: "returned", reason: "AC04" });
    const { amount, creditor } = payment;
    const line = { account, day: clock.today(), kind: "returnedPayout", amount, madeMs: clock.nowMs() } as const;
    addEntry(books, { ...line, endToEndId, remittance: creditor.name, reason: "AC04" });
    return true;
  });
}
