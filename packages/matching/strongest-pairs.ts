import { compareTexts } from "./compare-texts.ts";
import type { ReadPerson } from "./people/read-person.ts";
import type { Likeness } from "./scoring/likeness.ts";

/** Two people, `a` before `b` by id. */
export interface FoundPair {
  readonly a: ReadPerson;
  readonly b: ReadPerson;
  readonly likeness: Likeness;
}

/** Keeps the strongest pairs of however many: at most twice `max` at any time. */
export class StrongestPairs {
  readonly #max: number;
  #pairs: FoundPair[] = [];
  #left = 0;

  constructor(max: number) {
    this.#max = max;
  }

  add(pair: FoundPair): void {
    this.#pairs.push(pair);
    if (this.#pairs.length > 2 * this.#max) this.#keepStrongest();
  }

  /** The strongest first, equal ones by ids, each once; and how many weaker ones were left out. */
  take(): { pairs: readonly FoundPair[]; left: number } {
    this.#keepStrongest();
    return { pairs: this.#pairs, left: this.#left };
  }

  #keepStrongest(): void {
    const sorted = this.#pairs.sort(byStrength);
    const once = sorted.filter((pair, index) => index === 0 || byStrength(pair, sorted[index - 1] ?? pair) !== 0);
    this.#left += Math.max(0, once.length - this.#max);
    this.#pairs = once.slice(0, this.#max);
  }
}

function byStrength(one: FoundPair, other: FoundPair): number {
  return (
    other.likeness.points - one.likeness.points ||
    compareTexts(one.a.id, other.a.id) ||
    compareTexts(one.b.id, other.b.id)
  );
}
