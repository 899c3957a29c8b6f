import { daysIn, getDay } from "@mingbai/rules/days/read-day";

/**
 * Full months from one "YYYY-MM-DD" to another; below zero where `to` is earlier. A month is full on the corresponding
 * day, or on the last day of a month that lacks it (Civil Code of the PRC, article 202).
 */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const [start, end] = [getDay(from), getDay(to)];
  const isFull = end.day >= Math.min(start.day, daysIn(end.year, end.month));
  return (end.year - start.year) * 12 + end.month - start.month - (isFull ? 0 : 1);
}
