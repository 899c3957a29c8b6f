import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Item } from "@mingbai/ledger/container/item";

/** Items of one origin that may wait to be ordered; beyond it new ones are not kept, and come again when shared again. */
export const itemsPerOriginMax = 256;

/** What one proposal may hold. */
export interface ProposalLimits {
  readonly unitsMax: number;
  /** Bytes of the bodies that the items name. */
  readonly bodyBytesMax: number;
  /** Bytes of the bodies that stand in the items themselves. */
  readonly inlineBytesMax: number;
  /** Bytes of the items, as `itemBytesOf` counts them: with what the engine puts around each. */
  readonly bytesMax: number;
  readonly itemBytesOf: (length: number) => number;
}

interface Waiting {
  readonly item: Item;
  readonly bytes: Uint8Array;
}

/**
 * Items that may be proposed, made here or shared by others, until they are ordered or expire. Proposed oldest first, one of
 * each origin in turns, so that whoever proposes most is not alone in a block.
 */
export class CertifiedPool {
  /** By origin, in the order of origin sequences. */
  readonly #origins = new Map<number, Waiting[]>();
  readonly #ids = new Set<string>();
  #arrival = Promise.withResolvers<void>();

  get size(): number {
    return this.#ids.size;
  }

  has(batchId: Uint8Array): boolean {
    return this.#ids.has(toHex(batchId));
  }

  /**
   * False where its origin has too many here. Of one container the certificate of the later epoch counts: the other is soon
   * refused by everybody.
   */
  add(item: Item, bytes: Uint8Array): boolean {
    const id = toHex(item.batchId);
    const { origin, originSequence } = item.header;
    const queue = this.#origins.get(origin) ?? [];
    if (this.#ids.has(id)) return this.#replace(queue, { item, bytes });
    if (queue.length >= itemsPerOriginMax) return false;
    const at = queue.findLastIndex((other) => other.item.header.originSequence <= originSequence);
    queue.splice(at + 1, 0, { item, bytes });
    this.#origins.set(origin, queue);
    this.#ids.add(id);
    this.#arrival.resolve();
    return true;
  }

  /** Resolves when something waits, or after this long. */
  async waitForItems(timeoutMs: number, after: (ms: number, then: () => void) => () => void): Promise<void> {
    if (this.size > 0) return;
    this.#arrival = Promise.withResolvers<void>();
    const arrived = this.#arrival;
    const cancel = after(timeoutMs, () => arrived.resolve());
    await arrived.promise;
    cancel();
  }

  /** Takes out what was ordered, by anyone. */
  remove(batchIds: readonly Uint8Array[]): void {
    const gone = new Set(batchIds.map(toHex).filter((id) => this.#ids.has(id)));
    if (gone.size > 0) this.#keep(({ batchId }) => !gone.has(toHex(batchId)));
  }

  /** Takes out what can no longer be ordered at this height or later. */
  expire(height: number): void {
    this.#keep(({ header }) => header.expiryHeight >= height);
  }

  /** Items for a proposal, as bytes, in the order in which they stand in it; they stay here until ordered. */
  choose(limits: ProposalLimits): Uint8Array[] {
    const chosen: Uint8Array[] = [];
    const left = { ...limits };
    let turns = [...this.#origins.values()].filter(([first]) => first !== undefined).sort(byExpiry);
    for (let place = 0; turns.length > 0; place++) {
      // An origin whose next item does not fit sits out: a later one of its own must not stand before it.
      turns = turns.filter((queue) => {
        const next = queue[place];
        if (next === undefined || !fits(next, left)) return false;
        spend(next, left);
        chosen.push(next.bytes);
        return true;
      });
    }
    return chosen;
  }

  #replace(queue: Waiting[], newer: Waiting): boolean {
    const at = queue.findIndex(({ item }) => equalBytes(item.batchId, newer.item.batchId));
    const known = queue[at];
    if (known !== undefined && epochOf(newer) > epochOf(known)) queue[at] = newer;
    return true;
  }

  #keep(isKept: (item: Item) => boolean): void {
    for (const [origin, queue] of this.#origins) {
      const kept = queue.filter(({ item }) => isKept(item));
      if (kept.length === queue.length) continue;
      for (const { item } of queue) if (!isKept(item)) this.#ids.delete(toHex(item.batchId));
      if (kept.length > 0) this.#origins.set(origin, kept);
      else this.#origins.delete(origin);
    }
  }
}

/** Oldest first: what was made earlier expires earlier. */
function byExpiry([first]: readonly Waiting[], [second]: readonly Waiting[]): number {
  return (first?.item.header.expiryHeight ?? 0) - (second?.item.header.expiryHeight ?? 0);
}

function epochOf({ item }: Waiting): number {
  return item.certificate?.epoch ?? 0;
}

type Left = { -readonly [Name in keyof ProposalLimits]: ProposalLimits[Name] };

function fits({ item: { header, inlineBody }, bytes }: Waiting, left: Left): boolean {
  return (
    header.units <= left.unitsMax &&
    header.bodyBytes <= left.bodyBytesMax &&
    (inlineBody?.length ?? 0) <= left.inlineBytesMax &&
    left.itemBytesOf(bytes.length) <= left.bytesMax
  );
}

function spend({ item: { header, inlineBody }, bytes }: Waiting, left: Left): void {
  left.unitsMax -= header.units;
  left.bodyBytesMax -= header.bodyBytes;
  left.inlineBytesMax -= inlineBody?.length ?? 0;
  left.bytesMax -= left.itemBytesOf(bytes.length);
}
