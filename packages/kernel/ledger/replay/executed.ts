import { toHex } from "@mingbai/codec/hex";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";
import type { Place } from "./window.ts";

/** How many of the last transactions of a key and lane that left a leaf are known by their identity. */
export const executedMax = 64;
/** Enough of an identity to know it by: two alike could only be made by the key's own holder, and to no use. */
const idBytesKept = 8;

/**
 * The last transactions that left a leaf, accepted or refused, oldest first: each one's sequence number and eight bytes of
 * its identity. Of several under one number the first has used it.
 */
export interface ExecutedRow {
  readonly last: readonly (readonly [number, string])[];
}

/** By key id and lane, as windows are. */
export const executedTable = defineTable<ExecutedRow>("ledger.executed");

/** What stands under a used sequence number: a leaf of these bytes too, of other bytes only, or it is too long ago to say. */
export type FormerUse = "same" | "other" | "forgotten";

/** What left a leaf under the number of this transaction, which must be used. */
export function judgeFormerUse(state: State, place: Place, used: { sequence: number; id: Uint8Array }): FormerUse {
  const under = rowOf(state, place).last.filter(([sequence]) => sequence === used.sequence);
  if (under.length === 0) return "forgotten";
  return under.some(([, id]) => id === shortened(used.id)) ? "same" : "other";
}

/** Remembers a transaction that leaves a leaf: it has just used its number, or came under one that others had used. */
export function rememberExecuted(state: State, place: Place, done: { sequence: number; id: Uint8Array }): void {
  const entry = [done.sequence, shortened(done.id)] as const;
  const last = withinBound([...rowOf(state, place).last, entry]);
  state.table(executedTable).set(keyOf(place), { last });
}

/** A number is forgotten whole, with whatever came under it: else the one who used it would later seem to be another. */
function withinBound(last: ExecutedRow["last"]): ExecutedRow["last"] {
  const [oldest] = last;
  return oldest === undefined || last.length <= executedMax ? last : last.filter(([number]) => number !== oldest[0]);
}

function rowOf(state: State, place: Place): ExecutedRow {
  return state.table(executedTable).find(keyOf(place)) ?? { last: [] };
}

function keyOf({ keyId, lane }: Place): string {
  return `${keyId}/${lane}`;
}

function shortened(id: Uint8Array): string {
  return toHex(id.subarray(0, idBytesKept));
}
