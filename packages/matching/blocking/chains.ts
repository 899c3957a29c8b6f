import { noKey } from "./keys.ts";

const capacityStart = 1_024;
const none = -1;

/** Rows by a key of 32 bits, added one by one: chains through flat arrays, so that a million rows take 12 MB. */
export class Chains {
  #keys = new Uint32Array(capacityStart);
  #next = new Int32Array(capacityStart);
  #heads = new Int32Array(capacityStart).fill(none);
  #rows = 0;

  /** Adds the next row, whose number is how many there were; `noKey` is found by nobody. */
  add(key: number): void {
    if (this.#rows === this.#keys.length) this.#grow();
    this.#keys[this.#rows] = key;
    this.#link(this.#rows++);
  }

  /** The rows of a key, the latest first. */
  *rows(key: number): Generator<number> {
    if (key === noKey) return;
    for (let row = this.#heads[this.#slot(key)] ?? none; row !== none; row = this.#next[row] ?? none) {
      if (this.#keys[row] === key) yield row;
    }
  }

  #link(row: number): void {
    const slot = this.#slot(this.#keys[row] ?? noKey);
    this.#next[row] = this.#heads[slot] ?? none;
    this.#heads[slot] = row;
  }

  #slot(key: number): number {
    return (key ^ (key >>> 15)) & (this.#heads.length - 1);
  }

  #grow(): void {
    const capacity = 2 * this.#keys.length;
    const [keys, next] = [this.#keys, this.#next];
    this.#keys = new Uint32Array(capacity);
    this.#keys.set(keys);
    this.#next = new Int32Array(capacity);
    this.#next.set(next);
    this.#heads = new Int32Array(capacity).fill(none);
    for (let row = 0; row < this.#rows; row++) this.#link(row);
  }
}
