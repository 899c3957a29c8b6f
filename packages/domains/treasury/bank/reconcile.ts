import type { BankDay, Difference, ReconciledLine, Reconciliation } from "./bank-day.ts";
import { findPaidTwice } from "./paid-twice.ts";
import { type Compared, findPairDifference, pairUp } from "./pair-lines.ts";

/**
 * One bank day, line against line. A pure function of both sides, in time and memory proportional to their lines: who
 * has both can repeat it.
 */
export function reconcile({ ledger, bank }: BankDay): Reconciliation {
  const { pairs, onlyLedger, onlyBank, repeated } = pairUp(ledger.lines, bank.lines);
  const unknown = new Set(onlyBank);
  const paidTwice = findPaidTwice(bank.lines, (line) => !unknown.has(line));
  const differences: Difference[] = [];
  let matched = 0;
  for (const pair of pairs) {
    const kind = findPairDifference(pair) ?? (paidTwice.has(pair.bank) ? "doubled" : undefined);
    if (kind === undefined) matched++;
    else differences.push({ kind, ...pair, effect: signed(pair.bank) - signed(pair.ledger) });
  }
  for (const line of onlyLedger) differences.push({ kind: "missingAtBank", ledger: line, effect: -signed(line) });
  for (const line of onlyBank) {
    const kind = paidTwice.has(line) ? "doubled" : "missingOnLedger";
    differences.push({ kind, bank: line, effect: signed(line) });
  }
  for (const extra of repeated) differences.push({ kind: "doubled", ...extra, effect: effectOf(extra) });
  const opening = bank.openingBalance - ledger.bookedBefore;
  if (opening !== 0) differences.push({ kind: "openingDiffers", effect: opening });
  return { matched, differences, equation: equationOf({ ledger, bank }, differences) };
}

function equationOf({ ledger, bank }: BankDay, differences: readonly Difference[]): Reconciliation["equation"] {
  const { outstanding } = ledger;
  const suspense = ledger.suspense.reduce((sum, line) => sum + signed(line), 0);
  const inTransit = differences.reduce((sum, { effect }) => sum + effect, 0);
  const { closingBalance } = bank;
  return { outstanding, suspense, inTransit, closingBalance, gap: closingBalance - outstanding - suspense - inTransit };
}

function effectOf({ ledger, bank }: Compared): number {
  return (bank === undefined ? 0 : signed(bank)) - (ledger === undefined ? 0 : signed(ledger));
}

function signed({ side, amount }: ReconciledLine): number {
  return side === "credit" ? amount : -amount;
}
