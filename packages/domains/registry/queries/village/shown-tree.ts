import type { TreeNode } from "@mingbai/measures/causes/tree-node";
import type { ShownTree } from "@mingbai/measures/hiding/tree-with-small-groups-hidden";
import { circumstanceIds } from "../../content/village/portrait/circumstances.ts";
import { treeOutcomes } from "../../content/village/portrait/village-portrait.ts";
import type { PortraitNode } from "../../views/village.ts";

/** A tree as it is answered. `at`: places of households, where the tree has any. */
export function shownTree(node: TreeNode | ShownTree, at: (ids: readonly string[]) => number[]): PortraitNode {
  const { outcomes, split } = node;
  const indicator = circumstanceIds.find((one) => one === split?.indicator);
  return {
    at: at("ids" in node ? node.ids : []),
    outcomes: treeOutcomes.flatMap((outcome) =>
      outcomes.filter((one) => one.outcome === outcome).map(({ count }) => ({ outcome, count })),
    ),
    split:
      split === undefined || indicator === undefined
        ? null
        : {
            indicator,
            yes: shownTree(split.yes, at),
            no: shownTree(split.no, at),
          },
  };
}
