import type { Birth } from "./read-birth.ts";

/** How two dates of birth stand to each other. */
export type BirthLevel =
  | "same"
  | "sameFirstOfYear"
  | "sameMonth"
  | "sameYear"
  | "swapped"
  | "dayDiffers"
  | "oneDigit"
  | "yearOnly"
  | "differ";

/**
 * Compares two dates of birth as far as both are known. The first of January is a level of its own: it often stands
 * where only the year was known. `swapped` is day and month in each other's place; `oneDigit` one wrong digit of eight.
 */
export function compareBirths(a: Birth | undefined, b: Birth | undefined): BirthLevel | undefined {
  if (a === undefined || b === undefined) return undefined;
  const knowsDays = a.day > 0 && b.day > 0;
  if (a.year !== b.year) return knowsDays && countDifferent(a, b) === 1 ? "oneDigit" : "differ";
  if (a.month === 0 || b.month === 0) return "sameYear";
  if (!knowsDays) return a.month === b.month ? "sameMonth" : "yearOnly";
  if (a.month === b.month && a.day === b.day) return a.month === 1 && a.day === 1 ? "sameFirstOfYear" : "same";
  if (a.month === b.day && a.day === b.month) return "swapped";
  if (countDifferent(a, b) === 1) return "oneDigit";
  return a.month === b.month ? "dayDiffers" : "yearOnly";
}

/** How many of the eight digits differ. */
function countDifferent(a: Birth, b: Birth): number {
  const pairs = [
    [Math.trunc(a.year / 100), Math.trunc(b.year / 100)],
    [a.year % 100, b.year % 100],
    [a.month, b.month],
    [a.day, b.day],
  ] as const;
  return pairs.reduce((count, [one, other]) => {
    const tens = Math.trunc(one / 10) !== Math.trunc(other / 10);
    return count + (tens ? 1 : 0) + (one % 10 === other % 10 ? 0 : 1);
  }, 0);
}
