import { type DayParts, getDay } from "./read-day.ts";

/** Days from one "YYYY-MM-DD" to another: 1 from a day to the next, below zero where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(getDay(to)) - dayNumber(getDay(from));
}

/**
 * Days since 1 March of the year 0. Years begin in March here, so that the leap day is the last of its year and months
 * have lengths of one pattern, 153 days for five (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
function dayNumber({ year, month, day }: DayParts): number {
  const fromMarch = (month + 9) % 12;
  const y = month > 2 ? year : year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1;
}
