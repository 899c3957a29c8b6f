import { emptyRoot, hashBytes, leafHash, nodeHash } from "@mingbai/ledger/proofs/hash";

/** A log of `size` leaves by the roots of its perfect subtrees, the largest (leftmost) first: one for each bit of the size. */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export function emptyRange(): CompactRange {
  return { size: 0, hashes: [] };
}

/** The range with one leaf more; the given one stays as it was. */
export function appendLeaf(range: CompactRange, leaf: Uint8Array): CompactRange {
  return appendLeafHash(range, leafHash(leaf));
}

/** As `appendLeaf`, for a leaf that is hashed already. */
export function appendLeafHash(range: CompactRange, hash: Uint8Array): CompactRange {
  const hashes = [...range.hashes];
  let node = hash;
  for (let rest = range.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = hashes.pop();
    if (left === undefined) throw new RangeError("a range has one hash for each bit of its size");
    node = nodeHash(left, node);
  }
  hashes.push(node);
  return { size: range.size + 1, hashes };
}

/** RFC 6962 root of the whole log. */
export function rangeRoot(range: CompactRange): Uint8Array {
  return foldRight(range.hashes) ?? emptyRoot;
}

/** The root over neighbouring subtrees, each smaller than the one to its left; undefined for none. */
export function foldRight(hashes: readonly Uint8Array[]): Uint8Array | undefined {
  let root = hashes.at(-1);
  for (let i = hashes.length - 2; i >= 0; i--) {
    const left = hashes[i];
    if (left !== undefined && root !== undefined) root = nodeHash(left, root);
  }
  return root;
}

/** The range that these parts make, or undefined where the hashes are not one of 32 bytes for each bit of the size. */
export function findRange(parts: CompactRange): CompactRange | undefined {
  const { size, hashes } = parts;
  if (!Number.isSafeInteger(size) || size < 0) return undefined;
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits === hashes.length && hashes.every((hash) => hash.length === hashBytes) ? parts : undefined;
}
