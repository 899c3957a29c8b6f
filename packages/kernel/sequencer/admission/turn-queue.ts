interface Waiting<Item> {
  readonly item: Item;
  /** Where its turn begins and ends in the queue's own time, which counts cost. */
  readonly start: number;
  readonly end: number;
}

interface Sender<Item> {
  end: number;
  readonly waiting: Waiting<Item>[];
}

/** Senders that are remembered after their last item; more are forgotten once their turn has passed. */
export const sendersMax = 4_096;

/**
 * What waits, by who sent it: whoever asks for little goes before those who ask for much, and nobody's second item before
 * another's first. Start-time fair queueing (P. Goyal, H. M. Vin, H. Cheng: "Start-time Fair Queuing", SIGCOMM 1996), served
 * by the end of the turn.
 * PERF: a choice looks at each sender once; tens of senders, 500 choices a second.
 */
export class TurnQueue<Item> {
  readonly #senders = new Map<number, Sender<Item>>();
  #now = 0;

  offer(item: Item, { sender, cost }: { sender: number; cost: number }): void {
    const known = this.#senders.get(sender) ?? { end: 0, waiting: [] };
    const start = Math.max(this.#now, known.end);
    known.end = start + cost;
    known.waiting.push({ item, start, end: known.end });
    this.#senders.set(sender, known);
    if (this.#senders.size > sendersMax) this.#forgetPast();
  }

  /** The item whose turn ends first, or undefined where nothing waits. */
  take(): Item | undefined {
    let first: Sender<Item> | undefined;
    for (const sender of this.#senders.values()) {
      const end = sender.waiting[0]?.end ?? Number.POSITIVE_INFINITY;
      if (end < (first?.waiting[0]?.end ?? Number.POSITIVE_INFINITY)) first = sender;
    }
    const next = first?.waiting.shift();
    if (next === undefined) {
      this.#senders.clear();
      this.#now = 0;
      return undefined;
    }
    this.#now = Math.max(this.#now, next.start);
    return next.item;
  }

  #forgetPast(): void {
    for (const [number, { end, waiting }] of this.#senders) {
      if (waiting.length === 0 && end <= this.#now) this.#senders.delete(number);
    }
  }
}
