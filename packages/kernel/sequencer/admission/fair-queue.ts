/** What waits to be ordered, and what it costs. */
export interface Queued {
  readonly organisation: string;
  readonly units: number;
  readonly bytes: number;
}

export interface QueueLimits {
  readonly unitsMax: number;
  readonly bytesMax: number;
}

/**
 * One queue for each organisation, emptied in turns, so that one that floods waits behind itself.
 * Bounded: an organisation's own share first, then the whole.
 */
export class FairQueue<Item extends Queued> {
  readonly #queues = new Map<string, Item[]>();
  readonly #own: QueueLimits;
  readonly #all: QueueLimits;
  readonly #ownUse = new Map<string, { units: number; bytes: number }>();
  #units = 0;
  #bytes = 0;

  constructor(limits: { own: QueueLimits; all: QueueLimits }) {
    this.#own = limits.own;
    this.#all = limits.all;
  }

  get isEmpty(): boolean {
    return this.#queues.size === 0;
  }

  get units(): number {
    return this.#units;
  }

  /** False, and nothing kept, where the item would pass a limit. */
  offer(item: Item): boolean {
    const use = this.#ownUse.get(item.organisation) ?? { units: 0, bytes: 0 };
    if (use.units + item.units > this.#own.unitsMax || use.bytes + item.bytes > this.#own.bytesMax) return false;
    if (this.#units + item.units > this.#all.unitsMax || this.#bytes + item.bytes > this.#all.bytesMax) return false;
    const queue = this.#queues.get(item.organisation) ?? [];
    queue.push(item);
    this.#queues.set(item.organisation, queue);
    this.#count(item, 1);
    return true;
  }

  /** The next items within the limits, one organisation after another; at least one if any waits. */
  take(limits: QueueLimits): Item[] {
    const taken: Item[] = [];
    let units = 0;
    let bytes = 0;
    for (const queue of this.#turns()) {
      const [item] = queue;
      if (item === undefined) continue;
      const isOver = units + item.units > limits.unitsMax || bytes + item.bytes > limits.bytesMax;
      if (isOver && taken.length > 0) break;
      queue.shift();
      this.#count(item, -1);
      units += item.units;
      bytes += item.bytes;
      taken.push(item);
    }
    return taken;
  }

  /** Everything that waits, for a refusal of all. */
  drain(): Item[] {
    return this.take({ unitsMax: Number.POSITIVE_INFINITY, bytesMax: Number.POSITIVE_INFINITY });
  }

  /** Queues in turn, round and round, until all are empty; who was served goes to the back. */
  *#turns(): Generator<Item[]> {
    while (this.#queues.size > 0) {
      for (const [organisation, queue] of [...this.#queues]) {
        yield queue;
        this.#queues.delete(organisation);
        if (queue.length > 0) this.#queues.set(organisation, queue);
      }
    }
  }

  #count(item: Item, sign: 1 | -1): void {
    const use = this.#ownUse.get(item.organisation) ?? { units: 0, bytes: 0 };
    const next = { units: use.units + sign * item.units, bytes: use.bytes + sign * item.bytes };
    if (next.units === 0 && next.bytes === 0) this.#ownUse.delete(item.organisation);
    else this.#ownUse.set(item.organisation, next);
    this.#units += sign * item.units;
    this.#bytes += sign * item.bytes;
  }
}
