import { equalBytes } from "@mingbai/codec/bytes";
import { hashBytes, nodeHash } from "./hash.ts";

/** A leaf's place in a log and the hashes that lead from it to the root, leaf's sibling first. */
export interface Inclusion {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
}

/** The root that an inclusion proof leads to (RFC 9162 §2.1.3.2), or undefined where its shape fits no such place. */
export function findInclusionRoot(inclusion: Inclusion): Uint8Array | undefined {
  const { index, size, proof } = inclusion;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  if ([inclusion.leafHash, ...proof].some((hash) => hash.length !== hashBytes)) return undefined;
  let node = index;
  let last = size - 1;
  let root = inclusion.leafHash;
  for (const hash of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(hash, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(root, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** True where the proof leads from the leaf to this root. */
export function verifyInclusion(inclusion: Inclusion & { readonly root: Uint8Array }): boolean {
  const root = findInclusionRoot(inclusion);
  return root !== undefined && equalBytes(root, inclusion.root);
}
