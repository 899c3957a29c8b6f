import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The end of the last of so many whole days, in the ledger's own time zone; with 0 that of the day itself. */
export function endAfterDays(state: State, timeMs: number, days: number): number {
  const zoneMs = zoneMsOf(state);
  return (Math.floor((timeMs + zoneMs) / dayMs) + days + 1) * dayMs - zoneMs;
}

/** The day of a moment in the ledger's own time zone, YYYY-MM-DD. */
export function dayAt(state: State, timeMs: number): string {
  return new Date(timeMs + zoneMsOf(state)).toISOString().slice(0, "YYYY-MM-DD".length);
}

function zoneMsOf(state: State): number {
  return getConfiguration(state).zoneOffsetMinutes * minuteMs;
}
