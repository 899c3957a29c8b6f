/** A seeded source of numbers: the same seed gives the same run on every machine. */
export interface Random {
  readonly seed: number;
  /** An integer in [0, below). `below` is at most 2^32. */
  below(below: number): number;
  /** True in `part` of `whole` draws. */
  chance(part: number, whole: number): boolean;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** SplitMix32 (Steele, Lea, Flood 2014, 32-bit finaliser by C. Wellons): small, seedable, good enough to explore. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    seed,
    below,
    chance: (part, whole) => below(whole) < part,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("pick from an empty list");
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

/** The seed of this run: MINGBAI_SEED to replay one, otherwise new. Print it in the test's name or failure. */
export function runSeed(): number {
  const given = process.env.MINGBAI_SEED;
  return given === undefined ? Date.now() >>> 0 : Number.parseInt(given, 10) >>> 0;
}
