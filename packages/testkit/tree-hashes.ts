import { emptyRoot, leafHash, nodeHash } from "@mingbai/ledger/proofs/hash";

/** Roots and proofs of a small log, straight from RFC 6962 §2.1. */
export class TreeHashes {
  readonly #leaves: Uint8Array[] = [];
  readonly #known = new Map<string, Uint8Array>();

  get size(): number {
    return this.#leaves.length;
  }

  append(leaf: Uint8Array): void {
    this.#leaves.push(leafHash(leaf));
  }

  root(size = this.size): Uint8Array {
    return size === 0 ? emptyRoot : this.#hash(0, size);
  }

  inclusion(index: number, size: number): Uint8Array[] {
    return this.#path(index, 0, size);
  }

  consistency(from: number, to: number): Uint8Array[] {
    return from === 0 || from === to ? [] : this.#subproof(from, 0, to, true);
  }

  /** What shows that another tree of `from` leaves is no beginning of this one (`compareTrees`). */
  contrary(from: number, to: number): Uint8Array[] {
    if (from === to) return [];
    const hashes = this.consistency(from, to);
    return Number.isInteger(Math.log2(from)) ? [this.root(from), ...hashes] : hashes;
  }

  #hash(start: number, end: number): Uint8Array {
    if (end - start === 1) return this.#leaves[start] ?? emptyRoot;
    const key = `${start}-${end}`;
    const middle = start + splitOf(end - start);
    const hash = this.#known.get(key) ?? nodeHash(this.#hash(start, middle), this.#hash(middle, end));
    this.#known.set(key, hash);
    return hash;
  }

  #path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#hash(middle, end)]
      : [...this.#path(index, middle, end), this.#hash(start, middle)];
  }

  #subproof(size: number, start: number, end: number, isWhole: boolean): Uint8Array[] {
    if (start + size === end) return isWhole ? [] : [this.#hash(start, end)];
    const middle = start + splitOf(end - start);
    if (start + size <= middle) return [...this.#subproof(size, start, middle, isWhole), this.#hash(middle, end)];
    return [...this.#subproof(start + size - middle, middle, end, false), this.#hash(start, middle)];
  }
}

/** The largest power of two below a count. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
