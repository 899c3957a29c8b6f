import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The calendar day in the ledger's own zone, as days since 1970-01-01. */
export function dayOf(state: State, timeMs: number): number {
  return Math.floor((timeMs + getConfiguration(state).zoneOffsetMinutes * minuteMs) / dayMs);
}
