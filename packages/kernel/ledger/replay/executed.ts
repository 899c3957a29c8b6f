import { toHex } from "@mingbai/codec/hex";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";
import type { Place } from "./window.ts";

/** How many of the last executed transactions of a key and lane are known by their identity. */
export const executedMax = 64;
/** Enough of an identity to know it by: two alike could only be made by the key's own holder, and to no use. */
const idBytesKept = 8;

/** The last executed transactions, accepted or refused, oldest first: each one's sequence number and eight bytes of its identity. */
export interface ExecutedRow {
  readonly last: readonly (readonly [number, string])[];
}

/** By key id and lane, as windows are. */
export const executedTable = defineTable<ExecutedRow>("ledger.executed");

/** What else stands under a used sequence number: these bytes, other bytes, or it is too long ago to say. */
export type FormerUse = "same" | "other" | "forgotten";

/** Who used the number of this transaction, which must be used. */
export function judgeFormerUse(state: State, place: Place, used: { sequence: number; id: Uint8Array }): FormerUse {
  const first = rowOf(state, place).last.findLast(([sequence]) => sequence === used.sequence);
  if (first === undefined) return "forgotten";
  return first[1] === shortened(used.id) ? "same" : "other";
}

/** Remembers a transaction that has just used its number. */
export function rememberExecuted(state: State, place: Place, done: { sequence: number; id: Uint8Array }): void {
  const entry = [done.sequence, shortened(done.id)] as const;
  const last = [...rowOf(state, place).last, entry].slice(-executedMax);
  state.table(executedTable).set(keyOf(place), { last });
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
