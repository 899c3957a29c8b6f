import { viewOf } from "@mingbai/codec/bytes";
import { indexEntryBytes, indexStrideBytes } from "./layout.ts";

/** A record's sequence number and the offset of its frame. */
export interface IndexEntry {
  readonly sequence: number;
  readonly offset: number;
}

/** Where some of a segment's records begin: one entry for at least each 64 KiB. */
export class SparseIndex {
  readonly #entries: IndexEntry[] = [];

  get entries(): readonly IndexEntry[] {
    return this.#entries;
  }

  /** Notes a record where it is far enough behind the last one noted. Records come in ascending order. */
  note(entry: IndexEntry): void {
    const last = this.#entries.at(-1);
    if (last && (entry.offset < last.offset + indexStrideBytes || entry.sequence <= last.sequence)) return;
    this.#entries.push(entry);
  }

  /** An index with these records noted too; this one stays as it is. */
  extended(entries: readonly IndexEntry[]): SparseIndex {
    const index = new SparseIndex();
    index.#entries.push(...this.#entries);
    for (const entry of entries) index.note(entry);
    return index.#entries.length === this.#entries.length ? this : index;
  }

  /** The last entry at or before a sequence number, and the entry after it. */
  findAround(sequence: number): { readonly before: IndexEntry | undefined; readonly after: IndexEntry | undefined } {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return { before: this.#entries[low - 1], after: this.#entries[low] };
  }

  /** The entries as bytes: for each, u32 sequence number past the segment's first, u32 offset. */
  toBytes(first: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#entries.length * indexEntryBytes);
    const view = viewOf(bytes);
    for (const [place, { sequence, offset }] of this.#entries.entries()) {
      view.setUint32(place * indexEntryBytes, sequence - first, true);
      view.setUint32(place * indexEntryBytes + 4, offset, true);
    }
    return bytes;
  }

  static fromBytes(bytes: Uint8Array, first: number): SparseIndex {
    const index = new SparseIndex();
    const view = viewOf(bytes);
    for (let at = 0; at + indexEntryBytes <= bytes.length; at += indexEntryBytes) {
      index.note({ sequence: first + view.getUint32(at, true), offset: view.getUint32(at + 4, true) });
    }
    return index;
  }
}
