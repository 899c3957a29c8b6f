import { viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { StateChunk } from "@mingbai/ledger/state/store";

export const pageSlots = 256;
export const pageShift = 8;
export const pageMask = pageSlots - 1;
const valuesAt = 8;
const pageBytes = valuesAt + pageSlots * 8;

/** 256 amounts, and the chunk that they were last sealed as. */
export class Page {
  readonly number: number;
  readonly values = new Float64Array(pageSlots);
  dirty = true;
  #chunk: StateChunk | undefined;

  constructor(number: number) {
    this.number = number;
  }

  /** u32 number | u32 zero | 256 little-endian doubles that hold exact integers. */
  seal(): StateChunk {
    if (this.#chunk !== undefined && !this.dirty) return this.#chunk;
    const bytes = new Uint8Array(pageBytes);
    viewOf(bytes).setUint32(0, this.number, true);
    bytes.set(new Uint8Array(this.values.buffer), valuesAt);
    this.#chunk = { bytes, hash: sha256(bytes) };
    this.dirty = false;
    return this.#chunk;
  }

  /** Throws SyntaxError on anything but exact integers that are not negative. */
  static load(bytes: Uint8Array): Page {
    if (bytes.length !== pageBytes) throw new SyntaxError("a page of money has another length");
    const view = viewOf(bytes);
    if (view.getUint32(4, true) !== 0) throw new SyntaxError("a page of money has bytes where none belong");
    const page = new Page(view.getUint32(0, true));
    for (let slot = 0; slot < pageSlots; slot++) {
      const value = view.getFloat64(valuesAt + slot * 8, true);
      if (!isAmount(value)) throw new SyntaxError("a page of money holds what is no amount");
      page.values[slot] = value;
    }
    return page;
  }
}

/** True for an integer from 0 to 2^53 − 1 that is not −0. */
export function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

/** Amounts by account index in pages that are made when first written. */
export class Column {
  readonly pages: (Page | undefined)[] = [];

  get(index: number): number {
    return this.pages[index >> pageShift]?.values[index & pageMask] ?? 0;
  }

  /** The page of an account, for a write. PERF: once a payment line. */
  pageFor(index: number): Page {
    const page = this.pages[index >> pageShift] ?? this.#make(index >> pageShift);
    page.dirty = true;
    return page;
  }

  put(page: Page): void {
    while (this.pages.length <= page.number) this.pages.push(undefined);
    this.pages[page.number] = page;
  }

  /** The pages that were made, in the order of their numbers. */
  seal(): StateChunk[] {
    return this.pages.flatMap((page) => (page === undefined ? [] : [page.seal()]));
  }

  /** Takes over sealed pages; throws SyntaxError on pages out of order or beyond `accounts`. */
  load(chunks: readonly Uint8Array[], accounts: number): void {
    for (const chunk of chunks) {
      const page = Page.load(chunk);
      const isBeyond =
        page.number * pageSlots >= accounts ||
        page.values.some((v, i) => v > 0 && page.number * pageSlots + i >= accounts);
      if (page.number < this.pages.length || isBeyond) throw new SyntaxError("a page of money is out of its place");
      this.put(page);
    }
  }

  sum(): bigint {
    let sum = 0n;
    for (const page of this.pages) for (const value of page?.values ?? []) sum += BigInt(value);
    return sum;
  }

  #make(number: number): Page {
    const page = new Page(number);
    this.put(page);
    return page;
  }
}
