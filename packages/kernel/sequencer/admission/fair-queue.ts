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

interface Use {
  items: number;
  units: number;
  bytes: number;
}

/** How much is taken at once; `own`: of one organisation. */
export interface TakeLimits extends QueueLimits {
  readonly own?: { readonly itemsMax: number; readonly unitsMax: number };
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
  take(limits: TakeLimits): Item[] {
    const taken: Item[] = [];
    const whole = { items: 0, units: 0, bytes: 0 };
    const own = new Map<string, Use>();
    for (let turns = [...this.#queues.keys()]; turns.length > 0; ) {
      const next: string[] = [];
      for (const organisation of turns) {
        const item = this.#queues.get(organisation)?.[0];
        if (item === undefined) continue;
        const isOver = whole.units + item.units > limits.unitsMax || whole.bytes + item.bytes > limits.bytesMax;
        if (isOver && taken.length > 0) return taken;
        this.#remove(item);
        taken.push(item);
        add(whole, item);
        if (!isServed(add(useOf(own, organisation), item), limits)) next.push(organisation);
      }
      turns = next;
    }
    return taken;
  }

  /** Everything that waits, for a refusal of all. */
  drain(): Item[] {
    return this.take({ unitsMax: Number.POSITIVE_INFINITY, bytesMax: Number.POSITIVE_INFINITY });
  }

  /** Takes an organisation's first item out; who was served goes to the back. */
  #remove(item: Item): void {
    const queue = this.#queues.get(item.organisation) ?? [];
    queue.shift();
    this.#queues.delete(item.organisation);
    if (queue.length > 0) this.#queues.set(item.organisation, queue);
    this.#count(item, -1);
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

function useOf(uses: Map<string, Use>, organisation: string): Use {
  const use = uses.get(organisation) ?? { items: 0, units: 0, bytes: 0 };
  uses.set(organisation, use);
  return use;
}

function add(use: Use, { units, bytes }: Queued): Use {
  use.items++;
  use.units += units;
  use.bytes += bytes;
  return use;
}

/** True where an organisation has had its part of what is taken at once. */
function isServed(use: Use, { own }: TakeLimits): boolean {
  return own !== undefined && (use.items >= own.itemsMax || use.units >= own.unitsMax);
}
