import type { Books } from "../books/books.ts";
import { addEntry, readBalance } from "../books/entries.ts";
import { takeFault } from "../books/faults.ts";
import { endPayment, listDue, type Payment } from "../books/payments.ts";
import type { BankClock } from "./bank-clock.ts";

const ordersAtOnceMax = 500;

/** Pays what is due. An order and its line change in one transaction, so that a kill leaves it paid once or not at all. */
export function payOrders(books: Books, { account, clock }: { account: string; clock: BankClock }): number {
  const due = listDue(books, clock.nowMs(), ordersAtOnceMax);
  for (const payment of due) books.transaction(() => pay(books, payment, { account, clock }));
  return due.length;
}

function pay(books: Books, payment: Payment, { account, clock }: { account: string; clock: BankClock }): void {
  const { endToEndId, amount, creditor, remittance } = payment;
  const reason = findRejection(books, payment, account);
  if (reason !== undefined) {
    endPayment(books, endToEndId, { state: "rejected", reason });
    return;
  }
  const isShort = amount > 1 && takeFault(books, "wrongAmount");
  const line = {
    account,
    day: clock.today(),
    kind: "payout",
    amount: isShort ? amount - 1 : amount,
    endToEndId,
    remittance: remittance === "" ? creditor.name : remittance,
    madeMs: clock.nowMs(),
  } as const;
  addEntry(books, line);
  if (takeFault(books, "paidTwice")) addEntry(books, line);
  endPayment(books, endToEndId, { state: "paid" });
}

/** ExternalStatusReason1Code: AC01 no such account, AM04 too little money, AC04 closed account (the one asked for). */
function findRejection(books: Books, { amount, creditor }: Payment, account: string): string | undefined {
  if (takeFault(books, "rejected")) return "AC04";
  if (creditor.account === "") return "AC01";
  return readBalance(books, account) < amount ? "AM04" : undefined;
}
