import { equalBytes, viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { findU64, putU64 } from "@mingbai/codec/u64";
import type { State, StoreDefinition } from "../state/state.ts";
import type { StateChunk, StateStore } from "../state/store.ts";

/** A container that was ordered, remembered while it or a twin of it could be ordered again. */
export interface Ordered {
  readonly origin: number;
  readonly originSequence: number;
  readonly batchId: Uint8Array;
  /** Up to this height the block rule would let it in. */
  readonly untilHeight: number;
}

/** Containers are forgotten by whole ranges of heights, so that sealing encodes again only the ranges that changed. */
const rangeHeights = 64;
const entryBytes = 50;
const rangeBytes = 8;
const at = { untilHeight: 0, originSequence: 8, origin: 16, batchId: 18 };
const batchIdBytes = 32;

const nothing: readonly Ordered[] = [];

/**
 * Which containers were ordered, by origin and the origin's sequence: each counts once, and of two with one number the first.
 * A store of its own, not rows: tens of thousands wait for their expiry, and sealing must not take longer for it.
 */
export class OrderedContainers implements StateStore {
  readonly name = "ledger.ordered";
  readonly #byOrigin = new Map<number, Map<number, Ordered[]>>();
  /** By range of `untilHeight`, in the order of ordering. */
  readonly #ranges = new Map<number, Ordered[]>();
  readonly #sealed = new Map<number, StateChunk>();

  /** What was ordered under this number of this origin and is not forgotten: more than one where the origin lied. */
  under({ origin, originSequence }: Pick<Ordered, "origin" | "originSequence">): readonly Ordered[] {
    return this.#byOrigin.get(origin)?.get(originSequence) ?? nothing;
  }

  /** The first number above all that are remembered of this origin: no container under it was ordered, or can be any more. */
  nextOf(origin: number): number {
    let next = 0;
    for (const sequence of this.#byOrigin.get(origin)?.keys() ?? []) next = Math.max(next, sequence + 1);
    return next;
  }

  add(ordered: Ordered): void {
    const range = rangeOf(ordered.untilHeight);
    pushTo(this.#ranges, range, ordered);
    const own = this.#byOrigin.get(ordered.origin) ?? new Map<number, Ordered[]>();
    this.#byOrigin.set(ordered.origin, own);
    pushTo(own, ordered.originSequence, ordered);
    this.#sealed.delete(range);
  }

  /** Forgets what no block at this height or later could order again. */
  forgetBefore(height: number): void {
    const first = rangeOf(height);
    for (const [range, entries] of this.#ranges) {
      if (range >= first) continue;
      this.#ranges.delete(range);
      this.#sealed.delete(range);
      for (const ordered of entries) this.#forget(ordered);
    }
  }

  seal(): readonly StateChunk[] {
    const rising = [...this.#ranges].sort(([a], [b]) => a - b);
    return rising.map(([range, entries]) => {
      const chunk = this.#sealed.get(range) ?? sealRange(range, entries);
      this.#sealed.set(range, chunk);
      return chunk;
    });
  }

  load(chunks: readonly Uint8Array[]): void {
    this.#byOrigin.clear();
    this.#ranges.clear();
    this.#sealed.clear();
    for (const chunk of chunks) for (const ordered of readRange(chunk)) this.#addOnce(ordered);
    const again = this.seal();
    const isSame = chunks.length === again.length && chunks.every((chunk, at) => isSealedAs(chunk, again[at]));
    if (!isSame) throw new SyntaxError("ordered containers are not as they were sealed");
  }

  #addOnce(ordered: Ordered): void {
    if (this.under(ordered).some(({ batchId }) => equalBytes(batchId, ordered.batchId))) {
      throw new SyntaxError("a container was ordered twice");
    }
    this.add(ordered);
  }

  #forget(ordered: Ordered): void {
    const own = this.#byOrigin.get(ordered.origin);
    const left = this.under(ordered).filter((other) => other !== ordered);
    if (left.length > 0) own?.set(ordered.originSequence, left);
    else own?.delete(ordered.originSequence);
    if (own?.size === 0) this.#byOrigin.delete(ordered.origin);
  }
}

export const orderedStore: StoreDefinition<OrderedContainers> = {
  name: "ledger.ordered",
  create: () => new OrderedContainers(),
};

/** True where this very container was ordered, as far as this state remembers. */
export function isOrdered(
  state: State,
  { batchId, ...place }: Pick<Ordered, "origin" | "originSequence" | "batchId">,
): boolean {
  return state
    .store(orderedStore)
    .under(place)
    .some((ordered) => equalBytes(ordered.batchId, batchId));
}

function pushTo(lists: Map<number, Ordered[]>, key: number, ordered: Ordered): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [ordered]);
  else list.push(ordered);
}

function isSealedAs(chunk: Uint8Array, again: StateChunk | undefined): boolean {
  return again !== undefined && equalBytes(chunk, again.bytes);
}

function rangeOf(height: number): number {
  return Math.floor(height / rangeHeights);
}

function sealRange(range: number, entries: readonly Ordered[]): StateChunk {
  const bytes = new Uint8Array(rangeBytes + entries.length * entryBytes);
  putU64(bytes, 0, range);
  entries.forEach((entry, index) => {
    const place = bytes.subarray(rangeBytes + index * entryBytes);
    putU64(place, at.untilHeight, entry.untilHeight);
    putU64(place, at.originSequence, entry.originSequence);
    viewOf(place).setUint16(at.origin, entry.origin, true);
    place.set(entry.batchId, at.batchId);
  });
  return { bytes, hash: sha256(bytes) };
}

function readRange(chunk: Uint8Array): Ordered[] {
  const count = (chunk.length - rangeBytes) / entryBytes;
  if (!Number.isInteger(count) || count < 1) throw new SyntaxError("a range of ordered containers of no whole length");
  return Array.from({ length: count }, (_, index) => {
    const place = chunk.subarray(rangeBytes + index * entryBytes);
    const untilHeight = findU64(place, at.untilHeight);
    const originSequence = findU64(place, at.originSequence);
    if (untilHeight === undefined || originSequence === undefined) throw new SyntaxError("a number above 2^53 − 1");
    const batchId = place.slice(at.batchId, at.batchId + batchIdBytes);
    return { origin: viewOf(place).getUint16(at.origin, true), originSequence, batchId, untilHeight };
  });
}
