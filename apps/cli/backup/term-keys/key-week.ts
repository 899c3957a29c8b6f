import { backupTermDays, dayMs } from "../backup-term.ts";

/** All backups of a week share a key: fewer keys to look after than backups, and no backup lives much shorter than its term. */
const weekMs = 7 * dayMs;
/** 1970-01-01 was a Thursday. */
const firstMondayMs = 4 * dayMs;

/** The Monday (UTC) of a moment, as `2026-11-16`: what the key of that week's backups is called. */
export function keyWeekOf(ms: number): string {
  const monday = firstMondayMs + Math.floor((ms - firstMondayMs) / weekMs) * weekMs;
  return new Date(monday).toISOString().slice(0, "2026-11-16".length);
}

/**
 * From when on the key of a week is no more, ms since epoch: when the oldest backup that the week can have reaches its term. So
 * nothing older than the term opens, and the youngest backup of a week opens for 83 of the 90 days.
 */
export function keyEndMs(week: string): number {
  return Date.parse(week) + backupTermDays * dayMs;
}

/** The day (UTC) on which the key of a week ends. */
export function keyEndDay(week: string): string {
  return new Date(keyEndMs(week)).toISOString().slice(0, week.length);
}
