import type { Number64 } from "@mingbai/codec/number64";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";

/** How many sequence numbers beyond the first unused one a key may run ahead in a lane. */
export const windowBits = 1_024;
/** How many accepted transactions of a key and lane may still be named by `after`. */
export const recentIdsMax = 8;
const bitsPerDigit = 4;
const firstSequence = 1;

/** Numbers below `base` are used; of the 1,024 from `base` on, `used` says which, four to a hexadecimal digit. */
export interface WindowRow {
  readonly base: number;
  readonly used: string;
  /** Identities of the last accepted transactions, oldest first. */
  readonly recent: readonly string[];
}

/** Windows by key id and lane. */
export const windowTable = defineTable<WindowRow>("ledger.windows");

export type SequenceVerdict = "free" | "used" | "too far";

/** Where a sequence number stands. Zero and numbers below the base are used. */
export function judgeSequence(state: State, place: Place, sequence: number): SequenceVerdict {
  const row = getWindow(state, place);
  if (sequence < row.base) return "used";
  const offset = sequence - row.base;
  if (offset >= windowBits) return "too far";
  return isUsed(row.used, offset) ? "used" : "free";
}

/** Uses a free number up; the base moves over numbers that are used without a gap, never to the highest seen. */
export function useSequence(state: State, place: Place, sequence: number): void {
  const row = getWindow(state, place);
  const used = withUsed(row.used, sequence - row.base);
  let moved = 0;
  while (isUsed(used, moved)) moved++;
  const base = row.base + moved;
  state.table(windowTable).set(keyOf(place), { ...row, base, used: shifted(used, moved) });
}

/** Remembers an accepted transaction, so that another may ask to come after it. */
export function rememberAccepted(state: State, place: Place, id: string): void {
  const row = getWindow(state, place);
  const recent = [...row.recent, id].slice(-recentIdsMax);
  state.table(windowTable).set(keyOf(place), { ...row, recent });
}

/** True where the transaction is among the last accepted ones of this key, in any lane. */
export function wasAccepted(state: State, keyId: Number64, lanes: number, id: string): boolean {
  for (let lane = 0; lane < lanes; lane++) {
    if (getWindow(state, { keyId, lane }).recent.includes(id)) return true;
  }
  return false;
}

/** The first number that is not used: what a client without memory goes on from. */
export function nextSequence(state: State, place: Place): number {
  return getWindow(state, place).base;
}

export interface Place {
  readonly keyId: Number64;
  readonly lane: number;
}

function keyOf(place: Place): string {
  return `${place.keyId}/${place.lane}`;
}

const emptyRow: WindowRow = { base: firstSequence, used: "", recent: [] };

function getWindow(state: State, place: Place): WindowRow {
  return state.table(windowTable).find(keyOf(place)) ?? emptyRow;
}

function digitAt(used: string, index: number): number {
  return index < used.length ? Number.parseInt(used.charAt(index), 16) : 0;
}

function isUsed(used: string, offset: number): boolean {
  return (digitAt(used, Math.floor(offset / bitsPerDigit)) & (1 << (offset % bitsPerDigit))) !== 0;
}

function withUsed(used: string, offset: number): string {
  const index = Math.floor(offset / bitsPerDigit);
  const padded = used.padEnd(index + 1, "0");
  const digit = digitAt(padded, index) | (1 << (offset % bitsPerDigit));
  return padded.slice(0, index) + digit.toString(16) + padded.slice(index + 1);
}

/** The bits without the first `count`, trailing zeros cut so that equal windows are spelled alike. */
function shifted(used: string, count: number): string {
  let left = "";
  for (let index = 0; index * bitsPerDigit + count < used.length * bitsPerDigit; index++) {
    let digit = 0;
    for (let bit = 0; bit < bitsPerDigit; bit++) {
      if (isUsed(used, index * bitsPerDigit + bit + count)) digit |= 1 << bit;
    }
    left += digit.toString(16);
  }
  return left.replace(/0+$/, "");
}
