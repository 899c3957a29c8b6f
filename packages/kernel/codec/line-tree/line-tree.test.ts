import { readFileSync } from "node:fs";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../hex.ts";
import { sha256 } from "../sha256.ts";
import { foldLinePath } from "./fold-line-path.ts";
import { hashPairs as hashPairsInBrowser } from "./hash-pairs.browser.ts";
import { hashPairs } from "./hash-pairs.ts";
import { linePath } from "./line-path.ts";
import { linesRoot } from "./lines-root.ts";
import { makeLineTreeVectors } from "./make-vectors.ts";
import { foldResultPath, resultPath, resultRecords, resultsRoot } from "./results.ts";
import { treeDepth } from "./shape.ts";
import { vectorRecord, vectorRecords } from "./vector-records.ts";

const source = random(runSeed());

/** The definition as the protocol states it: pad, hash the records, then pair by pair. */
function naiveRoot(records: Uint8Array): string {
  let nodes: Uint8Array[] = [];
  const count = 2 ** Math.ceil(Math.log2(records.length / 64));
  for (let i = 0; i < count; i++) {
    const record = new Uint8Array(64);
    record.set(records.subarray(i * 64, i * 64 + 64));
    nodes.push(sha256(record));
  }
  while (nodes.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < nodes.length; i += 2) above.push(sha256(...nodes.slice(i, i + 2)));
    nodes = above;
  }
  return toHex(nodes[0] ?? new Uint8Array());
}

describe("lines' root", () => {
  const counts = [1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65, 127, 128, 1000, 4097, 8191, 8192];
  it.each(counts)("is what the definition says for %i records", (count) => {
    const records = source.bytes(count * 64);
    expect(toHex(linesRoot(records)), `seed ${source.seed}`).toBe(naiveRoot(records));
  });

  it.each([0, 63, 65, 8193 * 64])("refuses %i bytes", (length) => {
    expect(() => linesRoot(new Uint8Array(length))).toThrow(RangeError);
  });

  it("takes views into larger memory", () => {
    const all = source.bytes(10 + 5 * 64);
    expect(toHex(linesRoot(all.subarray(10)))).toBe(toHex(linesRoot(all.slice(10))));
  });

  it("hashes pairs the same in the browser", () => {
    const pairs = source.bytes(64 * 37);
    const here = new Uint8Array(32 * 37);
    const there = new Uint8Array(32 * 37);
    hashPairs(pairs, here);
    hashPairsInBrowser(pairs, there);
    expect(toHex(there)).toBe(toHex(here));
    expect(() => hashPairsInBrowser(pairs, new Uint8Array(32))).toThrow(RangeError);
  });
});

describe("a line's path", () => {
  it("leads from every line to the root, and from nowhere else", () => {
    for (const count of [1, 2, 3, 6, 13, 100]) {
      const records = source.bytes(count * 64);
      const root = toHex(linesRoot(records));
      for (let index = 0; index < count; index++) {
        const placed = {
          record: records.slice(index * 64, index * 64 + 64),
          index,
          count,
          path: linePath(records, index),
        };
        expect(placed.path.length).toBe(treeDepth(count));
        expect(hexOf(foldLinePath(placed))).toBe(root);
        if (count > 1) expect(hexOf(foldLinePath({ ...placed, index: index === 0 ? 1 : index - 1 }))).not.toBe(root);
      }
    }
  });

  it.each([-1, 3, 0.5, Number.NaN])("is not made for index %s of three", (index) => {
    expect(() => linePath(new Uint8Array(3 * 64), index)).toThrow(RangeError);
  });
});

describe("results", () => {
  it("pack 64 to a record and prove one line", () => {
    const results = Uint8Array.from({ length: 200 }, (_, line) => line % 7);
    const records = resultRecords(200, results);
    const root = toHex(resultsRoot(200, results));
    for (const line of [0, 63, 64, 199]) {
      const folded = foldResultPath({ line, count: 200, ...resultPath(records, line) });
      expect([folded?.result, hexOf(folded?.root)]).toEqual([line % 7, root]);
    }
    expect(foldResultPath({ line: 200, count: 200, ...resultPath(records, 199) })).toBeUndefined();
  });

  it("of batches accepted whole have one root by count, which a caller cannot spoil", () => {
    resultsRoot(8192).fill(1);
    expect(toHex(resultsRoot(8192))).toBe(naiveRoot(new Uint8Array(8192)));
    expect(toHex(resultsRoot(65))).toBe(toHex(resultsRoot(65, new Uint8Array(65))));
  });

  it.each([0, 8193, 1.5])("are not made for %s lines, also once others of as many records are known", (count) => {
    resultsRoot(1);
    expect(() => resultsRoot(count)).toThrow(RangeError);
  });

  it("must be one for each line", () => {
    expect(() => resultsRoot(3, new Uint8Array(2))).toThrow(RangeError);
  });
});

interface Vectors {
  readonly roots: readonly { count: number; root: string }[];
  readonly results: readonly { count: number; results: string | null; root: string }[];
  readonly paths: readonly {
    name: string;
    record: string;
    index: number;
    count: number;
    path: string[];
    root: string;
    valid: boolean;
  }[];
}

describe("docs/spec/vectors/line-tree.json", () => {
  const file = new URL("../../../../docs/spec/vectors/line-tree.json", import.meta.url);
  const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;

  it("is what the generator makes", () => {
    expect(vectors).toEqual(makeLineTreeVectors());
  });

  it.each(vectors.roots)("root of $count lines", ({ count, root }) => {
    expect(toHex(linesRoot(vectorRecords(count)))).toBe(root);
    expect(toHex(vectorRecord(0))).toBe(toHex(vectorRecords(1)));
  });

  it.each(vectors.results)("root of $count results", ({ count, results, root }) => {
    expect(toHex(results === null ? resultsRoot(count) : resultsRoot(count, fromHex(results)))).toBe(root);
  });

  it.each(vectors.paths)("$name", ({ record, index, count, path, root, valid }) => {
    const folded = foldLinePath({ record: fromHex(record), index, count, path: path.map(fromHex) });
    expect(hexOf(folded) === root).toBe(valid);
  });
});

function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : toHex(bytes);
}
