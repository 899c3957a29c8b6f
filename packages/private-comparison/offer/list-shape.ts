import { nonceBytes, tagBytes as sealTagBytes } from "@mingbai/crypto/sealing/suite";
import { entriesBytesMax, entriesMax, entriesMin, factBytesMax } from "../limits.ts";

/** Names one person within one list. Two of 2^20 people share one by chance in 2^-89 of lists. */
export const entryTagBytes = 16;
export const saltBytes = 32;
/** Length of a fact before its bytes; what is left up to the list's fact size is zero. */
export const factLengthBytes = 2;

export interface ListShape {
  readonly entries: number;
  readonly factBytes: number;
}

/** Suite byte, nonce, sealed length and fact, tag of the seal; nothing where the list has no facts. */
export function sealedFactBytes(factBytes: number): number {
  return factBytes === 0 ? 0 : 1 + nonceBytes + factLengthBytes + factBytes + sealTagBytes;
}

/** Bytes of one entry: its tag and its sealed fact. */
export function entryBytesOf(factBytes: number): number {
  return entryTagBytes + sealedFactBytes(factBytes);
}

/** Entries that a list of `people` is filled up to: the next power of two, at least `entriesMin`. Throws RangeError above `entriesMax`. */
export function paddedEntries(people: number): number {
  let entries = entriesMin;
  while (entries < people) entries *= 2;
  if (entries > entriesMax) throw new RangeError(`more than ${entriesMax} people in one list`);
  return entries;
}

/** True for a padded count, a fact within its bound, and a list that is not too long in all. */
export function isListShape({ entries, factBytes }: ListShape): boolean {
  if (entries < entriesMin || entries > entriesMax || paddedEntries(entries) !== entries) return false;
  return factBytes <= factBytesMax && entries * entryBytesOf(factBytes) <= entriesBytesMax;
}
