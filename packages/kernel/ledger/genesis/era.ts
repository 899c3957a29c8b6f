import type { Moment } from "../definition/event.ts";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";
import { canonicalRoster, type Roster } from "./roster.ts";
import { setNextRoster } from "./rosters.ts";

/** What a network began with on a ledger that one organisation had kept alone: its last block, and who goes on. */
export interface Era {
  /** Height of the last block that one organisation ordered. */
  readonly base: number;
  /** Time of that block, ms since epoch. */
  readonly timeMs: number;
  /** In force from the next height on. It is kept here for good: later starts of the engine of consensus ask for it. */
  readonly roster: Roster;
}

/** One row, under the key "now", once a ledger was handed over; none on one that is as it was founded. */
export const eraTable = defineTable<Era>("ledger.era");
const key = "now";

/** The era that the ledger is in since it was handed over; undefined where it never was. */
export function findEra(state: State): Era | undefined {
  return state.table(eraTable).find(key);
}

/** The ledger's height when the height of its engine of consensus was 0. */
export function eraBaseOf(state: State): number {
  return findEra(state)?.base ?? 0;
}

/**
 * The block in hand is the last that one organisation orders; this roster is in force from the next height on. Throws
 * RangeError on a ledger that was handed over before: whoever decides on it asks `findEra` and `lastRoster` first.
 */
export function handOver(state: State, roster: Roster, { height, timeMs }: Moment): void {
  if (findEra(state) !== undefined) throw new RangeError(`the ledger was handed over at ${eraBaseOf(state)} already`);
  setNextRoster(state, roster, height + 1);
  state.table(eraTable).set(key, { base: height, timeMs, roster: canonicalRoster(roster) });
}
