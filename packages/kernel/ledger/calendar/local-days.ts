import type { Configuration } from "../genesis/configuration.ts";
import { dateOf } from "./date-of.ts";

/** Where a ledger's days begin. Its genesis says it, once and for good: there is no summer time. */
export type Zone = Pick<Configuration, "zoneOffsetMinutes">;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The day of a moment, in days since 1970-01-01. */
export function localDay({ zoneOffsetMinutes }: Zone, timeMs: number): number {
  return Math.floor((timeMs + zoneOffsetMinutes * minuteMs) / dayMs);
}

/** The day of a moment, YYYY-MM-DD. */
export function localDate(zone: Zone, timeMs: number): string {
  return dateOf(localDay(zone, timeMs));
}

/** The calendar year of a moment. */
export function localYear(zone: Zone, timeMs: number): number {
  return Number(localDate(zone, timeMs).slice(0, "YYYY".length));
}

/** When the last of so many whole days after that of a moment ends, ms since 1970-01-01T00:00:00Z; with 0 that day itself. */
export function endAfterDays(zone: Zone, timeMs: number, days: number): number {
  return (localDay(zone, timeMs) + days + 1) * dayMs - zone.zoneOffsetMinutes * minuteMs;
}
