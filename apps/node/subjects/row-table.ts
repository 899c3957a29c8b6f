import { keyedPlace, type PlaceKey } from "./keyed-place.ts";

const rowsPerChunk = 16_384;
const slotsMin = 1_024;

/**
 * Rows of the same length in their order, found by their first bytes. Holds 450,000 rows in their bytes and 4 to 8 more each,
 * where a map of texts would take a hundred.
 */
export class RowTable {
  readonly #rowBytes: number;
  readonly #keyBytes: number;
  readonly #placeKey: PlaceKey;
  readonly #chunks: Uint8Array[] = [];
  #slots = new Uint32Array(slotsMin);
  #length = 0;

  constructor({ rowBytes, keyBytes }: { rowBytes: number; keyBytes: number }) {
    this.#rowBytes = rowBytes;
    this.#keyBytes = keyBytes;
    const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
    this.#placeKey = [first, second];
  }

  get length(): number {
    return this.#length;
  }

  /** The row that begins with this key, as a view; undefined where there is none. */
  find(key: Uint8Array): Uint8Array | undefined {
    const number = this.#slots[this.#slotOf(key)] ?? 0;
    return number === 0 ? undefined : this.#row(number - 1);
  }

  /** Takes a row, which is copied, in place of one with its key. */
  set(row: Uint8Array): void {
    if (!this.add(row)) this.find(row.subarray(0, this.#keyBytes))?.set(row);
  }

  /** Takes a row, which is copied, unless there is one with its key. True where it was taken. */
  add(row: Uint8Array): boolean {
    if (row.length !== this.#rowBytes) throw new RangeError(`a row has ${this.#rowBytes} bytes`);
    const slot = this.#slotOf(row.subarray(0, this.#keyBytes));
    if (this.#slots[slot] !== 0) return false;
    const within = this.#length % rowsPerChunk;
    if (within === 0) this.#chunks.push(new Uint8Array(rowsPerChunk * this.#rowBytes));
    this.#chunks.at(-1)?.set(row, within * this.#rowBytes);
    this.#slots[slot] = ++this.#length;
    // Three in four places taken: searches stay short.
    if (this.#length * 4 > this.#slots.length * 3) this.#grow();
    return true;
  }

  /** The rows in their order, as views. */
  *rows(): Generator<Uint8Array> {
    for (let index = 0; index < this.#length; index++) yield this.#row(index);
  }

  /** Puts zeros over everything; the table is empty then. */
  wipe(): void {
    for (const chunk of this.#chunks) chunk.fill(0);
    this.#chunks.length = 0;
    this.#slots = new Uint32Array(slotsMin);
    this.#length = 0;
  }

  #row(index: number): Uint8Array {
    const at = (index % rowsPerChunk) * this.#rowBytes;
    const chunk = this.#chunks[Math.floor(index / rowsPerChunk)];
    if (chunk === undefined) throw new RangeError(`no row ${index}`);
    return chunk.subarray(at, at + this.#rowBytes);
  }

  /** Where a key stands, or the free place where it would. */
  #slotOf(key: Uint8Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = keyedPlace(this.#placeKey, key) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0 || this.#begins(this.#row(number - 1), key)) return slot;
    }
  }

  #begins(row: Uint8Array, key: Uint8Array): boolean {
    for (let at = 0; at < this.#keyBytes; at++) if (row[at] !== key[at]) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let index = 0; index < this.#length; index++) {
      this.#slots[this.#slotOf(this.#row(index).subarray(0, this.#keyBytes))] = index + 1;
    }
  }
}
