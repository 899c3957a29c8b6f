import { endAfterDays, localDay, type Zone } from "@mingbai/ledger/calendar/local-days";
import { z } from "zod";

/** In their order. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** When the clock begins a comparison with what departments know. */
export const RunTimes = z.strictObject({
  days: z
    .array(z.enum(weekdays))
    .min(1)
    .refine((days) => new Set(days).size === days.length, "a day stands twice"),
  /** Full hour where the ledger is. */
  hour: z.int().min(0).max(23),
  /** Whether faults of forms and proposals for cleaning are looked for too: it takes twice as long. */
  checks: z.boolean().default(false),
  /** The organisation whose node begins it, where nodes of several share a configuration; absent: whoever reads this. */
  member: z.string().min(1).max(64).optional(),
});
export type RunTimes = z.infer<typeof RunTimes>;

const hourMs = 3_600_000;
const daysOfWeek = 7;
/** 1970-01-01, from which days are counted, was a Thursday. */
const firstWeekday = weekdays.indexOf("thursday");

/** What moment it is where the ledger is. */
export interface LocalMoment extends Zone {
  /** ms since 1970-01-01T00:00:00Z. */
  readonly nowMs: number;
}

/** The latest moment, now or before, for which the clock begins a run; ms since 1970-01-01T00:00:00Z. */
export function latestSlot(times: RunTimes, moment: LocalMoment): number {
  return slotOn(times, moment, (slotMs) => slotMs <= moment.nowMs, -1);
}

/** The first such moment after now. */
export function nextSlot(times: RunTimes, moment: LocalMoment): number {
  return slotOn(times, moment, (slotMs) => slotMs > moment.nowMs, 1);
}

/** Goes through days, from today in one direction, for at most a week and a day. */
function slotOn(
  { days, hour }: RunTimes,
  moment: LocalMoment,
  fits: (slotMs: number) => boolean,
  step: 1 | -1,
): number {
  const today = localDay(moment, moment.nowMs);
  for (let day = 0; Math.abs(day) <= daysOfWeek; day += step) {
    const weekday = weekdays.at((today + day + firstWeekday) % daysOfWeek);
    const slotMs = endAfterDays(moment, moment.nowMs, day - 1) + hour * hourMs;
    if (weekday !== undefined && days.includes(weekday) && fits(slotMs)) return slotMs;
  }
  throw new RangeError("a week without a day");
}
