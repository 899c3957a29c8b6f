import { equalBytes } from "@mingbai/codec/bytes";
import { foldConsistency, verifyConsistency } from "./verify-consistency.ts";

/** A state of a log: how many leaves, and the root over them. */
export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * What hashes show of two trees, both of which a log has signed: "consistent", the larger begins with the smaller;
 * "contrary", it does not, and no log that only appends could have signed both; undefined: these hashes show neither.
 * `hashes` are a consistency proof's out of the larger tree. For a size that is a power of two such a proof leaves out the smaller
 * tree's root; to show that trees are contrary the larger one's hash of that place stands in front.
 */
export function compareTrees(given: {
  readonly smaller: Tree;
  readonly larger: Tree;
  readonly hashes: readonly Uint8Array[];
}): "consistent" | "contrary" | undefined {
  const { smaller, larger, hashes } = given;
  if (verifyConsistency({ from: smaller, to: larger, proof: hashes })) return "consistent";
  if (smaller.size === larger.size) return equalBytes(smaller.root, larger.root) ? undefined : "contrary";
  if (smaller.size < 1 || smaller.size > larger.size) return undefined;
  const [first, ...rest] = hashes;
  if (first === undefined) return undefined;
  const proof = isPowerOfTwo(smaller.size) ? rest : hashes;
  const folded = foldConsistency({ from: smaller.size, to: larger.size, fromRoot: first, proof });
  if (folded === undefined || !equalBytes(folded.to, larger.root)) return undefined;
  return equalBytes(folded.from, smaller.root) ? undefined : "contrary";
}

function isPowerOfTwo(size: number): boolean {
  let power = 1;
  while (power < size) power *= 2;
  return power === size;
}
