import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { FirstRows } from "./first-rows.ts";

describe("FirstRows", () => {
  const seed = runSeed();

  it(`tells the first line of each payee and purpose, as a map of texts does (seed ${seed})`, () => {
    const source = random(seed);
    const rows = deepCount(5_000, 200_000);
    const ours = new FirstRows(rows);
    const first = new Map<string, number>();
    for (let line = 1; line <= rows; line++) {
      // Few different halves, so that numbers share them.
      const half = () =>
        source
          .below(60)
          .toString(16)
          .padStart(8, source.pick(["0", "f"]));
      const [payee, purpose] = [half() + half(), source.pick(["", "高龄津贴", "取暖救助"])];
      const key = `${payee} ${purpose}`;
      expect(ours.claim(payee, purpose, line)).toBe(first.get(key));
      if (!first.has(key)) first.set(key, line);
    }
  });

  it("holds as many rows as were said, and no more", () => {
    const rows = new FirstRows(2);
    expect(rows.claim("0000000000000001", "", 1)).toBeUndefined();
    expect(rows.claim("0000000000000002", "", 2)).toBeUndefined();
    expect(rows.claim("0000000000000001", "", 3)).toBe(1);
    expect(() => rows.claim("0000000000000003", "", 4)).toThrow(RangeError);
  });
});
