import { hashPairs } from "./hash-pairs.ts";
import { linePath } from "./line-path.ts";
import { foldRecords } from "./lines-root.ts";
import { getPaddingRoot, hashBytes, isRecordCount, recordBytes, treeDepth } from "./shape.ts";

/** Records whose subtree has one kept hash, so that a path needs these few records and not the whole batch. */
export const groupRecords = 64;
export const groupLevel = 6;

/** How many groups so many records make. */
export function groupCount(count: number): number {
  return Math.ceil(count / groupRecords);
}

/** Bytes of the roots of so many records' groups: none where they are one group. */
export function groupRootsBytes(count: number): number {
  return count > groupRecords ? groupCount(count) * hashBytes : 0;
}

/**
 * Roots of the groups of 64 records, one after another: at most 4 KiB, kept so that a path costs about 200 hashes and
 * not 16,000. A batch of up to 64 records is one group, whose root is not needed: it gives no bytes.
 */
export function groupRoots(records: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = records.length / recordBytes;
  let roots = new Uint8Array(0);
  foldRecords(records, (level, nodes) => {
    if (level === groupLevel && count > groupRecords) roots = nodes.slice(0, groupCount(count) * hashBytes);
  });
  return roots;
}

/**
 * As `linePath`, from the records of the index's own group and the kept roots of all groups. Throws RangeError where
 * they do not have the shape that the count gives.
 */
export function linePathInGroup(given: {
  readonly group: Uint8Array;
  readonly roots: Uint8Array;
  readonly index: number;
  readonly count: number;
}): Uint8Array<ArrayBuffer>[] {
  const { group, roots, index, count } = given;
  if (!isRecordCount(count) || !Number.isInteger(index) || index < 0 || index >= count)
    throw new RangeError(`no record ${index}`);
  const place = Math.floor(index / groupRecords);
  const inGroup = Math.min(groupRecords, count - place * groupRecords);
  if (group.length !== inGroup * recordBytes) throw new RangeError("not the records of the group");
  if (count <= groupRecords) return linePath(group, index);
  if (roots.length !== groupCount(count) * hashBytes) throw new RangeError("not the roots of the groups");
  const whole = new Uint8Array(groupRecords * recordBytes);
  whole.set(group);
  return [...linePath(whole, index % groupRecords), ...pathAbove(roots, place, treeDepth(count))];
}

/** The siblings from a group's root to below the tree's root. */
function pathAbove(roots: Uint8Array, place: number, depth: number): Uint8Array<ArrayBuffer>[] {
  const path: Uint8Array<ArrayBuffer>[] = [];
  let nodes = roots;
  for (let level = groupLevel; level < depth; level++) {
    const even = new Uint8Array(Math.ceil(nodes.length / recordBytes) * recordBytes);
    even.set(nodes);
    if (even.length > nodes.length) even.set(getPaddingRoot(level), nodes.length);
    const sibling = ((place >> (level - groupLevel)) ^ 1) * hashBytes;
    path.push(even.slice(sibling, sibling + hashBytes));
    nodes = new Uint8Array(even.length / 2);
    hashPairs(even, nodes);
  }
  return path;
}
