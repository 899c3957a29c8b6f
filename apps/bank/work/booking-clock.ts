import type { Books } from "../books/books.ts";
import { findClosedDay } from "../books/closes.ts";
import type { BankClock } from "./bank-clock.ts";

const dayMs = 86_400_000;

/** The clock by which lines are entered: what happens after a day was signed counts for the next. */
export function bookingClock(books: Books, clock: BankClock): BankClock {
  return {
    nowMs: () => clock.nowMs(),
    today() {
      const today = clock.today();
      const closed = findClosedDay(books);
      return closed === undefined || today > closed ? today : dayAfter(closed);
    },
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
