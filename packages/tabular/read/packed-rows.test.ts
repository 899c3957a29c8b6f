import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { PackedRows } from "./packed-rows.ts";

const seed = runSeed();

describe("packed rows", () => {
  it(`come back as they went in, each time (seed ${seed})`, () => {
    const draw = random(seed);
    const texts = ["", "卢桂枝", "𠮷", 'a,b\n"c"', "\ufeff", "长".repeat(40_000)];
    const packed = new PackedRows();
    const rows = Array.from({ length: 300 }, (_, at) => ({
      line: 2 * at + 1,
      cells: Array.from({ length: 1 + draw.below(6) }, () => draw.pick(texts)),
      brokenQuotes: false,
    }));
    for (const row of rows) packed.add(row);
    expect([...packed]).toEqual(rows);
    expect([...packed]).toEqual(rows);
  });
});
