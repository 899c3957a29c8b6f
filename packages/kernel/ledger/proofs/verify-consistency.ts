import { equalBytes } from "@mingbai/codec/bytes";
import { hashBytes, nodeHash } from "./hash.ts";

/** Two states of a log and the hashes that show the later one to begin with the earlier. */
export interface Consistency {
  readonly from: { readonly size: number; readonly root: Uint8Array };
  readonly to: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/** True where the later log only added leaves to the earlier (RFC 9162 §2.1.4.2). Everything extends the empty log. */
export function verifyConsistency(consistency: Consistency): boolean {
  const { from, to, proof } = consistency;
  if (!Number.isSafeInteger(from.size) || !Number.isSafeInteger(to.size)) return false;
  if (from.size < 0 || from.size > to.size) return false;
  if ([from.root, to.root, ...proof].some((hash) => hash.length !== hashBytes)) return false;
  if (from.size === to.size) return proof.length === 0 && equalBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  const roots = foldConsistency({ from: from.size, to: to.size, fromRoot: from.root, proof });
  return roots !== undefined && equalBytes(roots.from, from.root) && equalBytes(roots.to, to.root);
}

/**
 * The roots of both trees that these hashes fold to, or undefined where their number fits no two such sizes. Sound for each
 * alone: hashes that fold to a tree's root are its own, and then the other root is that of its own first `from` leaves.
 */
export function foldConsistency(given: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}): { from: Uint8Array; to: Uint8Array } | undefined {
  let node = given.from - 1;
  let last = given.to - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  // An old size that is a power of two has its root as first node, and the proof leaves it out.
  const hashes = node === 0 ? [given.fromRoot, ...given.proof] : given.proof;
  const [first, ...rest] = hashes;
  if (first === undefined || rest.length === 0) return undefined;
  let from = first;
  let to = first;
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      from = nodeHash(hash, from);
      to = nodeHash(hash, to);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      to = nodeHash(to, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? { from, to } : undefined;
}
