import type { Number64 } from "@mingbai/codec/number64";

/** A seeded source of numbers: the same path gives the same numbers on every machine. */
export interface Dice {
  /** An integer in [0, below); `below` is at most 2^32. */
  below(below: number): number;
  /** An integer from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True in `part` of `whole` draws. */
  chance(part: number, whole: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of [item, weight], by weight. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  number64(): Number64;
}

/** Rounds that a generator needs until the words of its seed are mixed (sfc32, C. Doty-Humphrey, PractRand 0.94: 12). */
const warmUpRounds = 12;

/**
 * Numbers that belong to a path, such as county, household, purpose. Generator: sfc32. Its state has 128 bits, so that the
 * numbers of 100,000 households do not overlap, as they would in a generator of 32 bits.
 */
export function diceOf(seed: number, index: number, purpose: number): Dice {
  let [a, b, c, counter] = [seed | 0, index | 0, purpose | 0, 1];
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let round = 0; round < warmUpRounds; round++) next();
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (min, max) => min + below(max - min + 1),
    chance: (part, whole) => below(whole) < part,
    pick: (items) => items[below(items.length)] ?? failEmpty(),
    weighted: (items) => {
      let left = below(items.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return failEmpty();
    },
    number64: () => hex8(next() | 1) + hex8(next()),
  };
}

function hex8(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

function failEmpty(): never {
  throw new RangeError("nothing to choose from");
}
