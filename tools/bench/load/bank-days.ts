import { random } from "@mingbai/testkit/random";
import type { BankDay, ReconciledLine } from "@mingbai/treasury/bank/bank-day";

const seed = 20_261_121;
const faultEvery = 5_000;

/** A bank day of so many lines a side, the same in each run; one line in 5,000 is not as the other side has it. */
export function makeBankDay(lines: number): { readonly day: BankDay; readonly faults: number } {
  const source = random(seed);
  const ledger = Array.from({ length: lines }, (_, at): ReconciledLine => {
    const line = { reference: `MB0001-${at}`, amount: 1 + source.below(1_000_000), valueDay: "2026-11-20" };
    return source.chance(1, 20) ? { ...line, side: "credit" } : { ...line, side: "debit", endToEndId: `R-2026-${at}` };
  });
  let faults = 0;
  const bank = ledger.map((line, at) => {
    if (at % faultEvery !== faultEvery - 1) return { ...line };
    faults++;
    return { ...line, amount: line.amount + 1 };
  });
  const opening = 1_000_000_000_000;
  const sum = (all: readonly ReconciledLine[]) =>
    all.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), opening);
  const day = {
    ledger: { bookedBefore: opening, lines: ledger, outstanding: sum(ledger), suspense: [] },
    // The bank lists in an order of its own.
    bank: { openingBalance: opening, lines: bank.toReversed(), closingBalance: sum(bank) },
  };
  return { day, faults };
}
