import type { Clock } from "@mingbai/exchange/ports/clock";

interface Due {
  readonly atMs: number;
  /** Of two due at one moment the one that was asked for first goes first. */
  readonly number: number;
  readonly then: () => void;
}

/**
 * Time that only passes when told to: jumps from one due call to the next. Between two calls everything that waits for
 * no time (promises) comes to rest, so that a run depends on nothing but what was asked for.
 */
export class VirtualClock implements Clock {
  #nowMs = 0;
  #number = 0;
  /** A binary heap: the soonest is first. */
  readonly #due: Due[] = [];
  readonly #cancelled = new Set<number>();

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, then: () => void): () => void {
    const number = this.#number++;
    this.#insert({ atMs: this.#nowMs + Math.max(0, delayMs), number, then });
    return () => this.#cancelled.add(number);
  }

  /** Lets time pass until `untilMs`, or until `isDone` says so after a call. Returns whether it did. */
  async run({ untilMs, isDone = () => false }: { untilMs: number; isDone?: () => boolean }): Promise<boolean> {
    await rest();
    while (!isDone()) {
      const next = this.#due[0];
      if (next === undefined || next.atMs > untilMs) {
        this.#nowMs = Math.max(this.#nowMs, untilMs);
        return false;
      }
      this.#removeFirst();
      if (this.#cancelled.delete(next.number)) continue;
      this.#nowMs = next.atMs;
      next.then();
      await rest();
    }
    return true;
  }

  #insert(due: Due): void {
    let at = this.#due.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isSooner(due, this.#due[parent])) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #removeFirst(): void {
    const last = this.#due.pop();
    if (last === undefined || this.#due.length === 0) return;
    this.#due[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = isSooner(this.#due[left + 1], this.#due[left]) ? left + 1 : left;
      if (!isSooner(this.#due[child], last)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#due[a], this.#due[b]];
    if (first === undefined || second === undefined) throw new RangeError("no such place in the heap");
    this.#due[a] = second;
    this.#due[b] = first;
  }
}

function isSooner(a: Due | undefined, b: Due | undefined): boolean {
  if (a === undefined) return false;
  return b === undefined || a.atMs < b.atMs || (a.atMs === b.atMs && a.number < b.number);
}

/** Resolves when no promise has anything left to do that waits for nothing outside. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
