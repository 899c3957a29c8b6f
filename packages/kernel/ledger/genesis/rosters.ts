import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";
import { type Roster, rosterHash } from "./roster.ts";

/** A roster, and the height from which on it is in force. */
export interface RosterRow extends Roster {
  readonly fromHeight: number;
}

/** Rosters by epoch: who keeps the ledger now, who did before, and who will. */
export const rosterTable = defineTable<RosterRow>("ledger.rosters");

/** A roster set in a block is in force this many heights later: CometBFT's rule for its validators. */
export const rosterDelayHeights = 2;

/** The one before, the one in force, and two that wait: more cannot, as each waits two heights and a block sets one. */
const rostersKept = 4;

/** The roster by which this height counts. Throws where it is older than those kept. */
export function rosterInForce(state: State, height: number): RosterRow {
  const row = rostersByEpoch(state).findLast(({ fromHeight }) => fromHeight <= height);
  if (row === undefined) throw new Error(`no roster of height ${height} is kept`);
  return row;
}

/** How long the roster before still counts for what was made under it. */
export const previousEpochHeights = 256;

/** The rosters under which a container may be ordered at this height: the one in force, and for 256 heights the one before. */
export function rostersAllowed(state: State, height: number): readonly RosterRow[] {
  const now = rosterInForce(state, height);
  const before = height < now.fromHeight + previousEpochHeights ? findRosterOfEpoch(state, now.epoch - 1) : undefined;
  return before === undefined ? [now] : [now, before];
}

/** The roster of this epoch, or undefined where it is not kept (any more). */
export function findRosterOfEpoch(state: State, epoch: number): RosterRow | undefined {
  return state.table(rosterTable).find(String(epoch));
}

/** The roster that comes last of those known, in force or waiting. */
export function lastRoster(state: State): RosterRow {
  const last = rostersByEpoch(state).at(-1);
  if (last === undefined) throw new Error("the ledger has no roster: genesis was not applied");
  return last;
}

/** The roster that a ledger is founded with. */
export function setFirstRoster(state: State, { epoch, members }: Roster): void {
  state.table(rosterTable).set(String(epoch), { epoch, members, fromHeight: 0 });
}

/**
 * Sets the roster that follows the last one. `fromHeight` is the height of the block in hand + `rosterDelayHeights`.
 * Throws RangeError where it is not of the next epoch or not in force later than the last: whoever decides on rosters
 * asks `lastRoster` first.
 */
export function setNextRoster(state: State, { epoch, members }: Roster, fromHeight: number): void {
  const last = lastRoster(state);
  if (epoch !== last.epoch + 1 || fromHeight <= last.fromHeight) {
    throw new RangeError(`roster ${epoch} from height ${fromHeight} does not follow ${last.epoch}`);
  }
  state.table(rosterTable).set(String(epoch), { epoch, members, fromHeight });
  state.table(rosterTable).delete(String(epoch - rostersKept));
}

const hashes = new WeakMap<Roster, Uint8Array<ArrayBuffer>>();

/** Hash of the roster by which this height counts: what its leaves and its app hash say. Hashed once for each row. */
export function rosterHashInForce(state: State, height: number): Uint8Array<ArrayBuffer> {
  const row = rosterInForce(state, height);
  const hash = hashes.get(row) ?? rosterHash(row);
  hashes.set(row, hash);
  return hash;
}

function rostersByEpoch(state: State): RosterRow[] {
  const rows = state.table(rosterTable).entries();
  return rows.map(([, row]) => row).sort((a, b) => a.epoch - b.epoch);
}
