import { toHex } from "@mingbai/codec/hex";
import type { Item } from "@mingbai/ledger/container/item";
import type { StoredContainer } from "@mingbai/log/chain/record-block";

/** Bodies kept in memory between being stored and being executed; what does not fit is read from the disk again. */
export const heldBytesMax = 256 * 1024 * 1024;

/** Where a container comes from that is not in memory. Each checks what it gives: its digest is the item's. */
export interface ContainerSources {
  /** From this node's own disk; undefined where it is not there. */
  readStored(item: Item): Promise<StoredContainer | undefined>;
  /** From other members, for as long as it takes. */
  fetch(item: Item): Promise<StoredContainer>;
  /** The container that an inline item is. */
  open(item: Item): Promise<StoredContainer>;
}

/** Containers that items name, checked and taken apart: from memory, else from the disk, else from others. */
export class ContainersAtHand {
  readonly #sources: ContainerSources;
  readonly #bytesMax: number;
  readonly #held = new Map<string, StoredContainer>();
  /** What is being looked for, so that a proposal starts a fetch and the decision waits for the same one. */
  readonly #coming = new Map<string, Promise<StoredContainer>>();
  #bytes = 0;

  /** `bytesMax`: of bodies held in memory. */
  constructor(sources: ContainerSources, bytesMax = heldBytesMax) {
    this.#sources = sources;
    this.#bytesMax = bytesMax;
  }

  /** Batch ids that somebody waits for and that are not here. */
  get missing(): string[] {
    return [...this.#coming.keys()];
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
    const id = toHex(item.batchId);
    const held = this.#held.get(id);
    if (held !== undefined) return Promise.resolve(held);
    const coming = this.#coming.get(id) ?? this.#find(item);
    this.#coming.set(id, coming);
    return coming;
  }

  /** Forgets what was executed or has expired. */
  release(batchIds: readonly Uint8Array[]): void {
    for (const batchId of batchIds) {
      const id = toHex(batchId);
      this.#bytes -= this.#held.get(id)?.body.length ?? 0;
      this.#held.delete(id);
    }
  }

  async #find(item: Item): Promise<StoredContainer> {
    try {
      const found =
        item.inlineBody === undefined ? await this.#sources.readStored(item) : await this.#sources.open(item);
      const container = found ?? (await this.#sources.fetch(item));
      this.hold(container);
      return container;
    } finally {
      this.#coming.delete(toHex(item.batchId));
    }
  }
}
