import { daysIn, getDay } from "./read-day.ts";

/**
 * Whole years of life on a day, both "YYYY-MM-DD"; below zero where the day lies before the birth. A year is full on
 * the birthday, and for 29 February on the last day of February where there is no 29th: a period counted in years ends
 * on the corresponding day, or on the last day of the month (Civil Code of the PRC, article 202).
 */
export function ageAt(birth: string, day: string): number {
  const born = getDay(birth);
  const now = getDay(day);
  const birthday = Math.min(born.day, daysIn(now.year, born.month));
  const isReached = now.month > born.month || (now.month === born.month && now.day >= birthday);
  return now.year - born.year - (isReached ? 0 : 1);
}
