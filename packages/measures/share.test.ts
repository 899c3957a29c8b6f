import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { basisPointsOf, compareShares, findShare, getShare } from "./share.ts";

describe("shares", () => {
  it.each([
    [1, 3, 3_333],
    [2, 3, 6_667],
    [1, 20_000, 1],
    [1, 20_001, 0],
    [0, 5, 0],
    [5, 5, 10_000],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 10_000],
  ])("%i of %i is shown as %i basis points", (part, whole, basisPoints) => {
    expect(basisPointsOf({ part, whole })).toBe(basisPoints);
  });

  it("are compared exactly where floating point sees no difference", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const [a, b] = [getShare(most - 2, most - 1), getShare(most - 1, most)];
    expect(a.part / a.whole).toBe(b.part / b.whole);
    expect([compareShares(a, b), compareShares(b, a), compareShares(a, a)]).toEqual([-1, 1, 0]);
  });

  const seed = runSeed();
  it(`of equal value are equal however they are written (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < 500; round++) {
      const [whole, times] = [1 + draw.below(1_000), 1 + draw.below(1_000)];
      const part = draw.below(whole + 1);
      expect(compareShares({ part, whole }, { part: part * times, whole: whole * times })).toBe(0);
    }
  });

  it("of nothing are none, and of what is no count throw", () => {
    expect(findShare(0, 0)).toBeUndefined();
    expect(() => getShare(0, 0)).toThrow(RangeError);
    expect(() => findShare(1.5, 2)).toThrow(RangeError);
    expect(() => findShare(-1, 2)).toThrow(RangeError);
    expect(() => findShare(1, 2 ** 53)).toThrow(RangeError);
  });
});
