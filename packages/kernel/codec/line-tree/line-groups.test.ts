import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { toHex } from "../hex.ts";
import { groupRoots, linePathInGroup } from "./line-groups.ts";
import { linePath } from "./line-path.ts";

const source = random(runSeed());

describe("a path from kept group roots", () => {
  it.each([1, 2, 63, 64, 65, 127, 128, 129, 200, 1000, 4097, 8192])(
    "is the whole batch's path, of %i records",
    (count) => {
      const records = source.bytes(count * 64);
      const roots = groupRoots(records);
      expect(roots.length).toBeLessThanOrEqual(4096);
      for (const index of [0, count - 1, source.below(count), source.below(count)]) {
        const from = Math.floor(index / 64) * 64;
        const group = records.subarray(from * 64, Math.min(from + 64, count) * 64);
        const path = linePathInGroup({ group, roots, index, count });
        expect(path.map(toHex), `index ${index}, seed ${source.seed}`).toEqual(linePath(records, index).map(toHex));
      }
    },
  );

  it.each([
    { name: "an index outside", index: 100, group: 36, roots: 2, count: 100 },
    { name: "too few records", index: 99, group: 35, roots: 2, count: 100 },
    { name: "too many records", index: 0, group: 65, roots: 2, count: 100 },
    { name: "too few roots", index: 0, group: 64, roots: 1, count: 100 },
    { name: "no batch", index: 0, group: 0, roots: 0, count: 0 },
  ])("is not made from $name", ({ index, group, roots, count }) => {
    const parts = { group: new Uint8Array(group * 64), roots: new Uint8Array(roots * 32), index, count };
    expect(() => linePathInGroup(parts)).toThrow(RangeError);
  });
});
