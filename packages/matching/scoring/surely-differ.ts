import type { Likeness } from "./likeness.ts";

/**
 * Whether two records are not of one person: more speaks against it than for it, or both numbers are right and differ,
 * and the dates of birth do not agree either.
 */
export function surelyDiffer({ points, reasons }: Likeness): boolean {
  if (points < 0) return true;
  const hasTwoNumbers = reasons.some(({ field, level }) => field === "identityNumber" && level === "differ");
  return hasTwoNumbers && reasons.some((reason) => reason.field === "birth" && reason.points < 0);
}
