import { localDay } from "@mingbai/ledger/calendar/local-days";
import type { Language } from "../i18n/language.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** How soon something is due, for grouping: the most urgent first. */
export const urgencies = ["overdue", "today", "week", "later", "ended"] as const;
export type Urgency = (typeof urgencies)[number];

/** Overdue, due on this civil day, within seven days, later; `ended` where nothing is due. */
export function urgencyOf(dueMs: number | null, now: { timeMs: number; zoneOffsetMinutes: number }): Urgency {
  if (dueMs === null) return "ended";
  if (dueMs <= now.timeMs) return "overdue";
  const days = localDay(now, dueMs) - localDay(now, now.timeMs);
  return days === 0 ? "today" : days < 7 ? "week" : "later";
}

/** A span of time in the two units that matter: days, or hours and minutes. At least a minute. */
export function spanParts(spanMs: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(1, Math.floor(spanMs / minuteMs));
  if (spanMs >= dayMs) return { days: Math.floor(spanMs / dayMs), hours: 0, minutes: 0 };
  return { days: 0, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** 周一, Mon; `long`: 星期一, Monday. */
export function weekdayText(
  timeMs: number,
  { language, zoneOffsetMinutes, long = false }: { language: Language; zoneOffsetMinutes: number; long?: boolean },
): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const weekday = long ? "long" : "short";
  return new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(timeMs + zoneOffsetMinutes * minuteMs);
}
