import type { TreeNode, TreeSplit } from "../causes/tree-node.ts";
import { groupMin } from "./count-table.ts";

/** A tree as it may be shown outside the office: counts and no ids. */
export interface ShownTree {
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  readonly split: (TreeSplit & { readonly yes: ShownTree; readonly no: ShownTree }) | undefined;
}

/**
 * Leaves out every split of which one side has an outcome of 1 to `min` − 1 people: both sides, since either follows from
 * the other and the node above. Undefined where that holds of the whole tree.
 */
export function treeWithSmallGroupsHidden(node: TreeNode, min: number = groupMin): ShownTree | undefined {
  if (node.outcomes.some(({ count }) => count > 0 && count < min)) return undefined;
  const yes = node.split && treeWithSmallGroupsHidden(node.split.yes, min);
  const no = node.split && treeWithSmallGroupsHidden(node.split.no, min);
  const { outcomes } = node;
  if (node.split === undefined || yes === undefined || no === undefined) return { outcomes, split: undefined };
  return { outcomes, split: { indicator: node.split.indicator, value: node.split.value, yes, no } };
}
