import { viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { RowTable } from "./row-table.ts";

const digestBytes = 16;
const rowBytes = digestBytes + 4;
/** As many as a row can number. */
export const partsMax = 2 ** 32 - 1;

/**
 * Where each part lies in the log. It knows a part by half of a hash with a key of its own, 26 bytes a part where the name
 * alone would be 48: two names that meet in it cannot be looked for, and by chance none do.
 */
export class PartIndex {
  readonly #key = crypto.getRandomValues(new Uint8Array(digestBytes));
  /** Made once: a row is copied where it goes. */
  readonly #row = new Uint8Array(rowBytes);
  readonly #rowView = viewOf(this.#row);
  readonly #rows = new RowTable({ rowBytes, keyBytes: digestBytes });

  get length(): number {
    return this.#rows.length;
  }

  /** The number of the record with this name, or undefined. */
  find(name: Uint8Array): number | undefined {
    const row = this.#rows.find(this.#digest(name));
    return row && viewOf(row).getUint32(digestBytes, true);
  }

  /** Takes note of a record; the first one with its name stays. True where there was none. */
  note(name: Uint8Array, sequence: number): boolean {
    const row = this.#row;
    row.set(this.#digest(name));
    this.#rowView.setUint32(digestBytes, sequence, true);
    return this.#rows.add(row);
  }

  #digest(name: Uint8Array): Uint8Array {
    return sha256(this.#key, name).subarray(0, digestBytes);
  }
}
