import { sha256 } from "../sha256.ts";

/** A record is one line of a batch, or 64 result bytes; it is hashed as it stands. */
export const recordBytes = 64;
export const hashBytes = 32;
/** Most records under one root: the lines of one batch. */
export const recordsMax = 8_192;
export const depthMax = 13;

/**
 * Levels between the records of a tree and its root: the logarithm of the count padded to a power of two.
 * Throws RangeError unless `count` is 1 to 8,192.
 */
export function treeDepth(count: number): number {
  if (!isRecordCount(count)) throw new RangeError(`${count} records do not make a tree`);
  return 32 - Math.clz32(count - 1);
}

export function isRecordCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= recordsMax;
}

/** Root over 2^level all-zero records, for each level: what stands for the padding. */
export const paddingRoots: readonly Uint8Array[] = makePaddingRoots();

function makePaddingRoots(): Uint8Array[] {
  let root = sha256(new Uint8Array(recordBytes));
  const roots = [root];
  for (let level = 1; level <= depthMax; level++) {
    root = sha256(root, root);
    roots.push(root);
  }
  return roots;
}

/** The padding's root at a level; throws RangeError above the deepest tree. */
export function getPaddingRoot(level: number): Uint8Array {
  const root = paddingRoots[level];
  if (root === undefined) throw new RangeError(`no tree has a level ${level}`);
  return root;
}
