import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sealSuite } from "@mingbai/crypto/sealing/suite";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { evaluateOwn } from "../answering/evaluate-own.ts";
import { itemBytes } from "../item.ts";
import { inventedNumber, testComparison } from "../test-comparison.ts";
import { deriveEntry } from "./derive-entry.ts";
import { entryBytesOf, entryTagBytes } from "./list-shape.ts";
import { findFact, sealFact } from "./seal-fact.ts";
import { compareTags, findSealed } from "./sorted-entries.ts";

const output = new Uint8Array(64).fill(3);
const salt = new Uint8Array(32).fill(4);
const entry = deriveEntry({ output, salt });

const specification = readFileSync(resolve(import.meta.dirname, "../../../docs/spec/private-comparison.md"), "utf8");

describe("deriveEntry", () => {
  it("gives what the specification says of one person", () => {
    const secretKey = fromHex("e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909");
    const value = evaluateOwn(secretKey, itemBytes("identityNumber", "33990119600101043X"));
    const { tag, factKey } = deriveEntry({ output: value, salt });
    const written = [...specification.matchAll(/^\| (?:F|tag|fact's key) \| `([0-9a-f]+)` \|$/gm)].map(
      ([, hex]) => hex,
    );
    expect([value, tag, factKey].map(toHex)).toEqual(written);
  });

  it.each([
    ["salt", { output, salt: new Uint8Array(32).fill(5) }],
    ["output", { output: new Uint8Array(64).fill(5), salt }],
  ])("gives another tag and another key for another %s", (_, other) => {
    const { tag, factKey } = deriveEntry(other);
    expect(tag).not.toEqual(entry.tag);
    expect(factKey).not.toEqual(entry.factKey);
  });
});

describe("sealFact", () => {
  it("gives every fact of a list the same length", async () => {
    const sealed = await Promise.all(["", "a", "a fact of 16 by."].map((text) => sealOf(text)));
    expect(sealed.map(({ length }) => length)).toEqual(new Array(3).fill(entryBytesOf(16) - entryTagBytes));
  });

  it("opens under its own entry only", async () => {
    const sealed = await sealOf("a fact");
    expect(await findFact({ entry, sealed })).toEqual(utf8("a fact"));
    const otherTag = { ...entry, tag: new Uint8Array(entryTagBytes) };
    expect(await findFact({ entry: otherTag, sealed })).toBeUndefined();
    const otherKey = { ...entry, factKey: new Uint8Array(32) };
    expect(await findFact({ entry: otherKey, sealed })).toBeUndefined();
  });

  it("throws on a fact that is longer than its list's", () => {
    expect(() => sealFact({ entry, fact: new Uint8Array(17), factBytes: 16 })).toThrow(RangeError);
  });

  function sealOf(text: string) {
    return sealFact({ entry, fact: utf8(text), factBytes: 16 });
  }
});

describe("entries", () => {
  it("of nobody have the form of others", async () => {
    const { checked } = await testComparison({ items: [{ text: inventedNumber(1), fact: utf8("a") }], factBytes: 4 });
    const width = entryBytesOf(4);
    const suites = Array.from(
      { length: checked.offer.entries },
      (_, at) => checked.entries.bytes[at * width + entryTagBytes],
    );
    expect(new Set(suites)).toEqual(new Set([sealSuite]));
  });

  const seed = runSeed();
  it(`are found where they are, and nowhere else (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < 50; round++) {
      const tags = Array.from({ length: draw.below(40) }, () => draw.bytes(entryTagBytes)).sort(compareTags);
      const entries = { bytes: concat(...tags), factBytes: 0 };
      expect(tags.map((tag) => findSealed(entries, tag)?.length)).toEqual(tags.map(() => 0));
      expect(findSealed(entries, draw.bytes(entryTagBytes))).toBeUndefined();
    }
  });
});
