import { windowBits } from "@mingbai/ledger/replay/window";

/** What the rules say of a request before anything is ordered, or what it may become in the order. */
export type Verdict = "free" | "used" | "too far";

/** Sequence numbers of many places (a key and a lane), written down as plainly as the rule is said. */
export class SequenceModel {
  readonly #used = new Map<string, Set<number>>();
  readonly #bases = new Map<string, number>();

  /** All below the base are used; the base is the first number that is not. */
  base(place: string): number {
    const used = this.#usedOf(place);
    let base = this.#bases.get(place) ?? 1;
    while (used.has(base)) base++;
    this.#bases.set(place, base);
    return base;
  }

  judge(place: string, sequence: number): Verdict {
    const base = this.base(place);
    if (sequence < base || this.#usedOf(place).has(sequence)) return "used";
    return sequence >= base + windowBits ? "too far" : "free";
  }

  use(place: string, sequence: number): void {
    this.#usedOf(place).add(sequence);
  }

  #usedOf(place: string): Set<number> {
    const used = this.#used.get(place) ?? new Set();
    this.#used.set(place, used);
    return used;
  }
}
