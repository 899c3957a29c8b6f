import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { defineTable, Table } from "./table.ts";

const seed = runSeed();
const definition = defineTable<{ readonly n: number }>("test.rows");
const newTable = () => new Table(definition);
const bytesOf = (table: Table<{ readonly n: number }>) => table.seal().map(({ bytes }) => bytes);
const rootOf = (table: Table<{ readonly n: number }>) => table.seal().map(({ hash }) => toHex(hash));

describe("a table", () => {
  it(`seals the same in steps and ahead as at once, and loads what it sealed (seed ${seed})`, () => {
    const rng = random(seed);
    const grown = newTable();
    for (let step = 0; step < 2_000; step++) {
      const key = `k${rng.below(300)}`;
      if (rng.chance(1, 4)) grown.delete(key);
      else grown.set(key, { n: rng.below(1_000) });
      if (rng.chance(1, 100)) grown.seal();
      if (rng.chance(1, 20)) grown.sealAhead(1 + rng.below(4));
    }
    const fresh = newTable();
    for (const [key, row] of grown.entries().reverse()) fresh.set(key, row);
    expect(rootOf(fresh)).toEqual(rootOf(grown));
    const loaded = newTable();
    loaded.set("left over", { n: 1 });
    loaded.load(bytesOf(grown));
    expect(loaded.entries()).toEqual(grown.entries());
    expect(rootOf(loaded)).toEqual(rootOf(grown));
  });

  it("has no chunks while it has no rows, whatever it held before", () => {
    const table = newTable();
    expect(table.seal()).toEqual([]);
    table.set("a", { n: 1 });
    expect(table.seal().length).toBe(1_024);
    table.delete("a");
    expect(table.seal()).toEqual([]);
    table.set("b", { n: 2 });
    table.load([]);
    expect([table.entries(), table.seal()]).toEqual([[], []]);
  });

  const sealed = (() => {
    const table = newTable();
    table.set("a", { n: 1 });
    return bytesOf(table);
  })();
  const place = sealed.findIndex(({ length }) => length > 2);

  const neighbour = (() => {
    for (let n = 0; ; n++) {
      const table = newTable();
      table.set(`b${n}`, { n: 1 });
      if (bytesOf(table).findIndex(({ length }) => length > 2) === place) return `b${n}`;
    }
  })();

  it("loads two rows of one bucket in their order", () => {
    const table = newTable();
    table.load(sealed.with(place, utf8(`[["a",{"n":1}],["${neighbour}",{"n":2}]]`)));
    expect(table.entries()).toEqual([
      ["a", { n: 1 }],
      [neighbour, { n: 2 }],
    ]);
  });

  it.each([
    ["a chunk missing", sealed.slice(1)],
    ["chunks without a row", sealed.map(() => utf8("[]"))],
    ["a chunk too many", [...sealed, utf8("[]")]],
    ["a row in another bucket", sealed.map((_, at) => sealed[(at + 1) % sealed.length] ?? utf8("[]"))],
    ["white space in a chunk", sealed.with(place, utf8('[["a", {"n":1}]]'))],
    ["a chunk that is no list", sealed.with(place, utf8('{"n":1}'))],
    ["a row without key", sealed.with(place, utf8("[[]]"))],
    ["a key without row", sealed.with(place, utf8('[["a"]]'))],
    ["a row that is a number", sealed.with(place, utf8('[["a",1]]'))],
    ["a row that is a list", sealed.with(place, utf8('[["a",[]]]'))],
    ["something behind a row", sealed.with(place, utf8('[["a",{"n":1},2]]'))],
    ["a key twice", sealed.with(place, utf8('[["a",{"n":1}],["a",{"n":1}]]'))],
    ["keys out of order", sealed.with(place, utf8(`[["${neighbour}",{"n":1}],["a",{"n":1}]]`))],
  ])("refuses to load %s", (_, chunks) => {
    expect(() => newTable().load(chunks)).toThrow(SyntaxError);
  });
});
