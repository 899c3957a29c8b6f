import { toHex } from "@mingbai/codec/hex";
import type { CheckedBody } from "@mingbai/exchange/checked-body";
import type { Item } from "@mingbai/ledger/container/item";
import type { StoredContainer } from "@mingbai/log/chain/record-block";
import { openContainer } from "./open-container.ts";

/** Bodies kept in memory between being stored and being executed; what does not fit is read from the disk again. */
export const heldBytesMax = 256 * 1024 * 1024;

/** A search that takes longer than this is told of: most are over at once. */
export const missingAfterMs = 2_000;

interface Parts {
  readonly fetch: (item: Item) => Promise<CheckedBody>;
  readonly now: () => number;
  readonly bytesMax?: number;
  readonly isGivenUp?: (batchId: Uint8Array) => boolean;
}

/** Containers that items name, checked and taken apart: from memory, else from wherever a body is found. */
export class ContainersAtHand {
  readonly #fetch: (item: Item) => Promise<CheckedBody>;
  readonly #isGivenUp: (batchId: Uint8Array) => boolean;
  readonly #bytesMax: number;
  readonly #held = new Map<string, StoredContainer>();
  /** What is being looked for, so that a proposal starts a search and the decision waits for the same one. */
  readonly #coming = new Map<string, { readonly found: Promise<StoredContainer>; readonly sinceMs: number }>();
  readonly #now: () => number;
  #bytes = 0;

  /**
   * `fetch` looks for as long as it takes. `now`: ms of any clock. `bytesMax`: of bodies held in memory. `isGivenUp`: whether two
   * thirds of the organisations have given its body up: then nothing in it counts, be it found or not.
   */
  constructor({ fetch, now, bytesMax = heldBytesMax, isGivenUp = () => false }: Parts) {
    this.#fetch = fetch;
    this.#now = now;
    this.#bytesMax = bytesMax;
    this.#isGivenUp = isGivenUp;
  }

  /** Batch ids that somebody has waited for longer than a moment and that are not here. */
  get missing(): string[] {
    const beforeMs = this.#now() - missingAfterMs;
    return [...this.#coming].flatMap(([id, { sinceMs }]) => (sinceMs <= beforeMs ? [id] : []));
  }

  /** Keeps a container that was just stored, while there is room. */
  hold(container: StoredContainer): void {
    const id = toHex(container.batchId);
    if (this.#held.has(id) || this.#bytes + container.body.length > this.#bytesMax) return;
    this.#held.set(id, container);
    this.#bytes += container.body.length;
  }

  /** Looks for the container without anybody waiting; whoever gets it later hears of a failure. */
  prepare(item: Item): void {
    this.get(item).catch(() => undefined);
  }

  /** The container of an item. Waits for as long as it is nowhere. */
  get(item: Item): Promise<StoredContainer> {
    if (this.#isGivenUp(item.batchId)) return Promise.resolve(givenUp(item));
    const id = toHex(item.batchId);
    const held = this.#held.get(id);
    if (held !== undefined) return Promise.resolve(held);
    const coming = this.#coming.get(id) ?? { found: this.#find(item), sinceMs: this.#now() };
    this.#coming.set(id, coming);
    return coming.found;
  }

  /** Forgets what was executed. */
  release(batchIds: readonly Uint8Array[]): void {
    for (const batchId of batchIds) this.#drop(toHex(batchId));
  }

  /** Forgets what can no longer be ordered at this height or later. */
  expire(height: number): void {
    for (const [id, { header }] of this.#held) if (header.expiryHeight < height) this.#drop(id);
  }

  #drop(id: string): void {
    this.#bytes -= this.#held.get(id)?.body.length ?? 0;
    this.#held.delete(id);
  }

  async #find(item: Item): Promise<StoredContainer> {
    try {
      const container = openContainer(await this.#fetch(item));
      this.hold(container);
      return container;
    } finally {
      this.#coming.delete(toHex(item.batchId));
    }
  }
}

/** No bytes stand for its body. */
function givenUp({ header, headerBytes, batchId, originSignature: signature }: Item): StoredContainer {
  const none = new Uint8Array();
  return { header, headerBytes, batchId, signature, void: "lost", body: none, groupRoots: none };
}
