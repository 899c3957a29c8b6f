import { toHex } from "@mingbai/codec/hex";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { RowTable } from "./row-table.ts";

const seed = runSeed();
const keyBytes = 8;

describe("a table of rows", () => {
  it(`finds what a map finds, and keeps the first row of a key: seed ${seed}`, () => {
    const dice = random(seed);
    const table = new RowTable({ rowBytes: 12, keyBytes });
    const model = new Map<string, string>();
    const keys = Array.from({ length: 20_000 }, () => dice.bytes(keyBytes));
    for (let step = 0; step < 30_000; step++) {
      const key = dice.pick(keys);
      const row = new Uint8Array([...key, ...dice.bytes(4)]);
      expect(table.add(row)).toBe(!model.has(toHex(key)));
      if (!model.has(toHex(key))) model.set(toHex(key), toHex(row));
    }
    for (const key of keys) {
      const row = table.find(key);
      expect(row && toHex(row)).toBe(model.get(toHex(key)));
    }
    expect(table.length).toBe(model.size);
    expect([...table.rows()].map(toHex)).toEqual([...model.values()]);
  });

  it("has nothing left once it is wiped, in views that were given out either", () => {
    const table = new RowTable({ rowBytes: 12, keyBytes });
    const row = new Uint8Array(12).fill(9);
    table.add(row);
    const view = table.find(row.subarray(0, keyBytes));
    table.wipe();
    expect([table.length, table.find(row.subarray(0, keyBytes)), view]).toEqual([0, undefined, new Uint8Array(12)]);
  });

  it("takes no row of another length", () => {
    const table = new RowTable({ rowBytes: 12, keyBytes });
    expect(() => table.add(new Uint8Array(11))).toThrow(RangeError);
  });
});
