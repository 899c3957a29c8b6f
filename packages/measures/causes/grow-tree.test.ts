import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { treeWithSmallGroupsHidden } from "../hiding/tree-with-small-groups-hidden.ts";
import { findSplit } from "./find-split.ts";
import { growTree } from "./grow-tree.ts";
import type { TreeNode, TreeRow } from "./tree-node.ts";

function row(id: string, values: Record<string, string>, outcome: string): TreeRow {
  return { id, values, outcome };
}

function many(count: number, values: Record<string, string>, outcome: string): TreeRow[] {
  return Array.from({ length: count }, (_, at) => row(`${JSON.stringify(values)} ${outcome} ${at}`, values, outcome));
}

function nodesOf(node: TreeNode): TreeNode[] {
  return node.split === undefined ? [node] : [node, ...nodesOf(node.split.yes), ...nodesOf(node.split.no)];
}

function depthOf(node: TreeNode): number {
  return node.split === undefined ? 0 : 1 + Math.max(depthOf(node.split.yes), depthOf(node.split.no));
}

function drawRows(draw: Random): TreeRow[] {
  return Array.from({ length: draw.below(120) }, (_, at) =>
    row(
      `H${at}`,
      { ill: String(draw.chance(1, 3)), work: draw.pick(["none", "near", "far"]) },
      draw.pick(["out", "in"]),
    ),
  );
}

const indicators = ["ill", "work"];

describe("growTree", () => {
  it("parts by what explains most, and says who stands where", () => {
    const rows = [
      ...many(10, { ill: "true", work: "none" }, "in"),
      ...many(8, { ill: "false", work: "none" }, "in"),
      ...many(20, { ill: "false", work: "far" }, "out"),
    ];
    const tree = growTree(rows, { indicators });
    expect(tree.outcomes).toEqual([
      { outcome: "in", count: 18 },
      { outcome: "out", count: 20 },
    ]);
    expect(tree.split).toMatchObject({ indicator: "work", value: "far" });
    expect(tree.split?.yes.outcomes).toEqual([
      { outcome: "in", count: 0 },
      { outcome: "out", count: 20 },
    ]);
    expect([tree.split?.yes.split, tree.split?.no.split]).toEqual([undefined, undefined]);
  });

  it("takes the first indicator, then the lower value, among splits that are equally good", () => {
    const rows = [...many(6, { a: "x", b: "x" }, "in"), ...many(6, { a: "y", b: "y" }, "out")];
    expect(findSplit(rows, { indicators: ["b", "a"], leafMin: 1 })).toEqual({ indicator: "b", value: "x" });
    expect(findSplit(rows, { indicators: ["a", "b"], leafMin: 1 })).toEqual({ indicator: "a", value: "x" });
  });

  it("does not part what parting does not make purer", () => {
    const rows = [
      ...many(6, { a: "x" }, "in"),
      ...many(6, { a: "x" }, "out"),
      ...many(6, { a: "y" }, "in"),
      ...many(6, { a: "y" }, "out"),
    ];
    expect(growTree(rows, { indicators: ["a"] }).split).toBeUndefined();
  });

  it("leaves leaves of at least as many as asked, and asks about nobody's missing value", () => {
    const rows = [...many(4, { a: "x" }, "in"), ...many(20, {}, "out")];
    expect(growTree(rows, { indicators: ["a"] }).split).toBeUndefined();
    expect(growTree(rows, { indicators: ["a"], leafMin: 4 }).split).toMatchObject({ indicator: "a", value: "x" });
  });

  it("of nobody is one empty node, and refuses depths that nobody reads", () => {
    expect(growTree([], { indicators })).toEqual({ ids: [], outcomes: [], split: undefined });
    expect(() => growTree([], { indicators, depthMax: 5 })).toThrow(RangeError);
    expect(() => growTree([], { indicators, leafMin: 0 })).toThrow(RangeError);
  });

  const seed = runSeed();
  it(`is the same in whatever order rows come, and keeps its bounds and everybody (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(100, 3_000); round++) {
      const rows = drawRows(draw);
      const tree = growTree(rows, { indicators });
      expect(growTree(rows.toReversed(), { indicators })).toEqual(tree);
      expect(depthOf(tree)).toBeLessThanOrEqual(4);
      for (const { ids, outcomes, split } of nodesOf(tree)) {
        expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
        if (split === undefined) continue;
        expect([...split.yes.ids, ...split.no.ids].sort()).toEqual([...ids].sort());
        expect(Math.min(split.yes.ids.length, split.no.ids.length)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it(`shown outside has no group of 1 to 4, and no ids (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(100, 3_000); round++) {
      const shown = treeWithSmallGroupsHidden(growTree(drawRows(draw), { indicators }));
      const text = JSON.stringify(shown ?? {});
      expect(text).not.toMatch(/"count":[1-4][^0-9]/);
      expect(text).not.toContain('"ids"');
    }
  });
});

describe("treeWithSmallGroupsHidden", () => {
  it("leaves out both sides of a split of which one is too small", () => {
    const rows = [...many(30, { a: "x" }, "in"), ...many(3, { a: "x" }, "out"), ...many(30, { a: "y" }, "out")];
    const tree = growTree(rows, { indicators: ["a"] });
    expect(tree.split).toBeDefined();
    expect(treeWithSmallGroupsHidden(tree)).toEqual({ outcomes: tree.outcomes, split: undefined });
    expect(treeWithSmallGroupsHidden(tree, 3)?.split).toBeDefined();
  });

  it("shows nothing where everybody together is too few", () => {
    expect(treeWithSmallGroupsHidden(growTree(many(4, {}, "in"), { indicators: [] }))).toBeUndefined();
  });
});
