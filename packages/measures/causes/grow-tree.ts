import { findSplit } from "./find-split.ts";
import { type TreeNode, type TreeRow, treeDepthMax, treeLeafMin } from "./tree-node.ts";

/**
 * A small decision tree that people can follow: which indicators part those with one outcome from the others. It
 * describes these rows and claims no cause. The same rows give the same tree in whatever order they come. Throws
 * RangeError on a depth above `treeDepthMax` and on leaves of nobody.
 */
export function growTree(
  rows: readonly TreeRow[],
  {
    indicators,
    depthMax = treeDepthMax,
    leafMin = treeLeafMin,
  }: { indicators: readonly string[]; depthMax?: number; leafMin?: number },
): TreeNode {
  if (depthMax > treeDepthMax || leafMin < 1)
    throw new RangeError(`a tree is at most ${treeDepthMax} deep, with leaves of somebody`);
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))].sort();
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return growNode(sorted, { indicators, leafMin, outcomes }, depthMax);
}

interface Growing {
  readonly indicators: readonly string[];
  readonly leafMin: number;
  readonly outcomes: readonly string[];
}

function growNode(rows: readonly TreeRow[], growing: Growing, depth: number): TreeNode {
  const ids = rows.map(({ id }) => id);
  const outcomes = growing.outcomes.map((outcome) => ({
    outcome,
    count: rows.filter((row) => row.outcome === outcome).length,
  }));
  const split = depth === 0 ? undefined : findSplit(rows, growing);
  if (split === undefined) return { ids, outcomes, split: undefined };
  const isYes = ({ values }: TreeRow) => values[split.indicator] === split.value;
  const yes = growNode(rows.filter(isYes), growing, depth - 1);
  const no = growNode(
    rows.filter((row) => !isYes(row)),
    growing,
    depth - 1,
  );
  return { ids, outcomes, split: { ...split, yes, no } };
}
