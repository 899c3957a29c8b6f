import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { entryBytesOf, entryTagBytes } from "./list-shape.ts";

/** A list as it is given away: entries of one width, by their tags. */
export interface SortedEntries {
  readonly bytes: Uint8Array;
  readonly factBytes: number;
}

/** Less than 0, 0 or more than 0, as the first entry's tag stands before, at or after the second's. */
export function compareTags(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < entryTagBytes; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** SHA-256 of context comparisonEntries and all entries. */
export function entriesDigestOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.comparisonEntries, bytes);
}

/** True where every tag stands after the one before it: none twice, and no order that could tell something. */
export function areSorted({ bytes, factBytes }: SortedEntries): boolean {
  const width = entryBytesOf(factBytes);
  for (let at = width; at < bytes.length; at += width) {
    if (compareTags(bytes.subarray(at - width), bytes.subarray(at)) >= 0) return false;
  }
  return true;
}

/** What stands behind a tag in the list (no bytes where it has no facts), or undefined where the tag is not in it. */
export function findSealed({ bytes, factBytes }: SortedEntries, tag: Uint8Array): Uint8Array | undefined {
  const width = entryBytesOf(factBytes);
  let [from, to] = [0, bytes.length / width];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const entry = bytes.subarray(middle * width, (middle + 1) * width);
    const order = compareTags(entry, tag);
    if (order === 0) return entry.subarray(entryTagBytes);
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return undefined;
}
