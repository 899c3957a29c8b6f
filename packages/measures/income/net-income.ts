import { addAmounts } from "@mingbai/codec/money";
import type { FormulaKind, IncomeFormula } from "./formula.ts";

/** An income or a spending of one household in the formula's year, in fen, not negative. */
export interface HouseholdAmount {
  readonly kind: string;
  readonly fen: number;
}

/** The line of figures from which a household's income a head follows. */
export interface NetIncome {
  readonly incomeFen: number;
  /** What was taken off, in the formula's order; kinds without an amount are left out. */
  readonly deducted: readonly (FormulaKind & { readonly fen: number })[];
  /** Income less what was taken off; below 0 where more was spent. */
  readonly netFen: number;
  readonly people: number;
  /** To the nearest fen, half upwards. For showing only: `isBelowLine` compares exactly. */
  readonly perPersonFen: number;
  /** True where nothing was rounded. */
  readonly isExact: boolean;
  /** Kinds that the household has and the formula does not name: shown, so that nothing vanishes. */
  readonly leftOut: readonly string[];
}

/**
 * Net income a head: (Σ added incomes − Σ deducted spending) ÷ people. "NO_PEOPLE" where nobody is left to divide by.
 * Throws RangeError on amounts that are no exact fen, since those were checked where they were entered.
 */
export function netIncome(
  { adds, deducts }: IncomeFormula,
  { amounts, people }: { amounts: readonly HouseholdAmount[]; people: number },
): NetIncome | "NO_PEOPLE" {
  if (!Number.isSafeInteger(people) || people < 0) throw new RangeError("people are counted in integers");
  if (people === 0) return "NO_PEOPLE";
  const incomeFen = adds.reduce((sum, { kind }) => addAmounts(sum, sumOf(amounts, kind)), 0);
  const deducted = deducts.map((one) => ({ ...one, fen: sumOf(amounts, one.kind) })).filter(({ fen }) => fen > 0);
  const netFen = incomeFen - deducted.reduce((sum, { fen }) => addAmounts(sum, fen), 0);
  const known = new Set([...adds, ...deducts].map(({ kind }) => kind));
  const leftOut = [...new Set(amounts.map(({ kind }) => kind).filter((kind) => !known.has(kind)))].sort();
  const isExact = netFen % people === 0;
  return { incomeFen, deducted, netFen, people, perPersonFen: divideRounded(netFen, people), isExact, leftOut };
}

/** True where income a head is under the line: net < line × people, without rounding. `lineFen` is a year's, a head. */
export function isBelowLine({ netFen, people }: NetIncome, lineFen: number): boolean {
  return BigInt(netFen) < BigInt(lineFen) * BigInt(people);
}

function sumOf(amounts: readonly HouseholdAmount[], kind: string): number {
  let sum = 0;
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount.fen) || amount.fen < 0) throw new RangeError("an amount is a whole number of fen");
    if (amount.kind === kind) sum = addAmounts(sum, amount.fen);
  }
  return sum;
}

/** floor(a ÷ b + ½) in integers. */
function divideRounded(a: number, b: number): number {
  const [twice, divisor] = [2n * BigInt(a) + BigInt(b), 2n * BigInt(b)];
  const quotient = twice / divisor;
  return Number(twice % divisor < 0n ? quotient - 1n : quotient);
}
