/** A household: the values of its indicators (a yes or no is "true" or "false"), and what is to be explained. */
export interface TreeRow {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  readonly outcome: string;
}

/** A question that parts a node: is this indicator this value? What has no value is a no. */
export interface TreeSplit {
  readonly indicator: string;
  readonly value: string;
}

/** A node of the tree: everybody in it, what became of them, and how it is parted further. */
export interface TreeNode {
  readonly ids: readonly string[];
  /** Rows by outcome, outcomes by name; those of the whole tree that nobody here has are 0. */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  readonly split: (TreeSplit & { readonly yes: TreeNode; readonly no: TreeNode }) | undefined;
}

/** Deeper trees are not read by people any more. */
export const treeDepthMax = 4;
/** A leaf of fewer rows says more of them than of causes. */
export const treeLeafMin = 5;
