import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { findBytes, soughtBytes } from "./byte-search.ts";

const seed = runSeed();

describe("findBytes", () => {
  it(`finds what a search place by place finds (seed ${seed})`, () => {
    const source = random(seed);
    const some = (length: number) => Uint8Array.from({ length }, () => source.below(3));
    for (let round = 0; round < deepCount(5_000, 100_000); round++) {
      const within = some(source.below(40));
      const sought = some(1 + source.below(4));
      const [from, end] = [source.below(within.length + 1), source.below(within.length + 1)];
      const places = Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset);
      const isThere = (at: number) => at + sought.length <= end && sought.every((byte, i) => within[at + i] === byte);
      expect([within, sought, from, end, findBytes(within, soughtBytes(sought), from, end)]).toEqual([
        within,
        sought,
        from,
        end,
        places.find(isThere) ?? -1,
      ]);
    }
  });

  it.each([0, 256])("refuses to seek %i bytes", (length) => {
    expect(() => soughtBytes(new Uint8Array(length))).toThrow(RangeError);
  });
});
