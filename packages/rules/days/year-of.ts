import { getDay } from "./read-day.ts";

/** The year of "YYYY-MM-DD". */
export function yearOf(day: string): number {
  return getDay(day).year;
}
