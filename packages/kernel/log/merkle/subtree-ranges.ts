/** Leaves from `start` up to, not including, `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A node over 2^level leaves, the first of them at index × 2^level. */
export interface PerfectNode {
  readonly level: number;
  readonly index: number;
}

/**
 * The subtrees whose hashes make the inclusion proof PATH(index, D[size]), leaf's sibling first (RFC 6962 §2.1.1).
 * Throws RangeError for an index outside.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(size) || !Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`no leaf ${index} in a log of ${size}`);
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The subtrees whose hashes make the consistency proof PROOF(from, D[to]) (RFC 6962 §2.1.2); none from 0 or between
 * equal sizes. Throws RangeError unless 0 ≤ from ≤ to.
 */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (!Number.isSafeInteger(to) || !Number.isInteger(from) || from < 0 || from > to) {
    throw new RangeError(`a log of ${to} does not extend one of ${from}`);
  }
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + largestPowerBelow(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // A complete left edge of the tree is the old root itself, which the verifier has.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The perfect nodes that a subtree consists of, left to right; `start` is a multiple of the largest. */
export function perfectNodes(range: LeafRange): PerfectNode[] {
  const nodes: PerfectNode[] = [];
  let { start } = range;
  while (start < range.end) {
    const leaves = largestPowerUpTo(range.end - start);
    nodes.push({ level: Math.round(Math.log2(leaves)), index: start / leaves });
    start += leaves;
  }
  return nodes;
}

/** The largest power of two below `count`, which is at least 2. */
function largestPowerBelow(count: number): number {
  return largestPowerUpTo(count - 1);
}

// Multiplication, not shifts: sizes go up to 2^53 − 1, shifts to 2^31 − 1.
function largestPowerUpTo(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}
