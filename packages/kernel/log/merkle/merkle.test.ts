import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { hashBytes, leafHash, nodeHash } from "@mingbai/ledger/proofs/hash";
import { verifyConsistency } from "@mingbai/ledger/proofs/verify-consistency";
import { verifyInclusion } from "@mingbai/ledger/proofs/verify-inclusion";
import { random, runSeed } from "@mingbai/testkit/random";
import { testData } from "@mingbai/testkit/test-data";
import { describe, expect, it } from "vitest";
import { appendLeaf, emptyRange, findRange, foldRight, rangeRoot } from "./compact-range.ts";
import { consistencyRanges, inclusionRanges, type LeafRange, perfectNodes } from "./subtree-ranges.ts";

const source = random(runSeed());
const leaves = Array.from({ length: 150 }, () => source.bytes(8 + source.below(40)));

/** MTH of RFC 6962 §2.1, word for word. */
function naiveRoot(data: readonly Uint8Array[]): Uint8Array {
  const [only] = data;
  if (only === undefined) return rangeRoot(emptyRange());
  if (data.length === 1) return leafHash(only);
  const k = 2 ** (Math.ceil(Math.log2(data.length)) - 1);
  return nodeHash(naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)));
}

/** PATH of RFC 6962 §2.1.1, word for word. */
function naivePath(m: number, data: readonly Uint8Array[]): Uint8Array[] {
  if (data.length === 1) return [];
  const k = 2 ** (Math.ceil(Math.log2(data.length)) - 1);
  if (m < k) return [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))];
  return [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))];
}

/** SUBPROOF of RFC 6962 §2.1.2, word for word. */
function naiveProof(m: number, data: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === data.length) return whole ? [] : [naiveRoot(data)];
  const k = 2 ** (Math.ceil(Math.log2(data.length)) - 1);
  if (m <= k) return [...naiveProof(m, data.slice(0, k), whole), naiveRoot(data.slice(k))];
  return [...naiveProof(m - k, data.slice(k), false), naiveRoot(data.slice(0, k))];
}

const hexes = (hashes: readonly Uint8Array[]) => hashes.map(toHex);
const seed = `seed ${source.seed}`;

/** Root of a range from its perfect nodes, each computed by definition. */
function hashOf(range: LeafRange): Uint8Array {
  const nodes = perfectNodes(range).map(({ level, index }) =>
    naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  );
  return foldRight(nodes) ?? rangeRoot(emptyRange());
}

describe("a log that grows", () => {
  it("has the root of RFC 6962 at every size", () => {
    let range = emptyRange();
    expect(toHex(rangeRoot(range))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    leaves.forEach((leaf, index) => {
      const before = rangeRoot(range);
      const grown = appendLeaf(range, leaf);
      expect(toHex(rangeRoot(range))).toBe(toHex(before));
      expect(toHex(rangeRoot(grown)), seed).toBe(toHex(naiveRoot(leaves.slice(0, index + 1))));
      expect(findRange(grown)).toBe(grown);
      range = grown;
    });
  });

  it.each([
    { name: "too few hashes", size: 3, hashes: [new Uint8Array(32)] },
    { name: "too many hashes", size: 0, hashes: [new Uint8Array(32)] },
    { name: "a short hash", size: 1, hashes: [new Uint8Array(31)] },
    { name: "a fraction", size: 1.5, hashes: [new Uint8Array(32)] },
  ])("is not restored from $name", ({ size, hashes }) => {
    expect(findRange({ size, hashes })).toBeUndefined();
  });
});

describe("inclusion", () => {
  it("is proved as RFC 6962 says, for every leaf of many sizes, and for no other leaf", () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 31, 33, 150]) {
      const root = naiveRoot(leaves.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = inclusionRanges(index, size).map(hashOf);
        expect(hexes(proof), seed).toEqual(hexes(naivePath(index, leaves.slice(0, size))));
        const given = { leafHash: leafHash(leaves[index] ?? source.bytes(1)), index, size, proof, root };
        expect(verifyInclusion(given)).toBe(true);
        if (size > 1) expect(verifyInclusion({ ...given, index: (index + 1) % size })).toBe(false);
        expect(verifyInclusion({ ...given, proof: [...proof, root] })).toBe(false);
        expect(verifyInclusion({ ...given, leafHash: source.bytes(32) })).toBe(false);
      }
    }
  });

  it.each([
    [5, 5],
    [-1, 5],
    [0, 0],
    [0.5, 5],
  ])("has no proof for leaf %s of %s", (index, size) => {
    expect(() => inclusionRanges(index, size)).toThrow(RangeError);
    expect(verifyInclusion({ leafHash: new Uint8Array(32), index, size, proof: [], root: new Uint8Array(32) })).toBe(
      false,
    );
  });

  it("works above 2^32 leaves", () => {
    const size = 2 ** 40 + 12345;
    const ranges = inclusionRanges(2 ** 39 + 7, size);
    expect(ranges.length).toBe(41);
    expect(ranges.flatMap(perfectNodes).every(({ level, index }) => Number.isSafeInteger(index * 2 ** level))).toBe(
      true,
    );
  });
});

describe("consistency", () => {
  it("is proved as RFC 6962 says between all sizes, and not between others", () => {
    for (let to = 1; to <= 40; to++) {
      const root = naiveRoot(leaves.slice(0, to));
      for (let from = 1; from <= to; from++) {
        const proof = consistencyRanges(from, to).map(hashOf);
        expect(hexes(proof), seed).toEqual(hexes(naiveProof(from, leaves.slice(0, to))));
        const given = { from: { size: from, root: naiveRoot(leaves.slice(0, from)) }, to: { size: to, root }, proof };
        expect(verifyConsistency(given)).toBe(true);
        expect(verifyConsistency({ ...given, to: { size: to, root: source.bytes(hashBytes) } })).toBe(false);
        expect(verifyConsistency({ ...given, from: { size: from, root: source.bytes(hashBytes) } })).toBe(false);
        expect(verifyConsistency({ ...given, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(verifyConsistency({ ...given, proof: proof.slice(1) })).toBe(false);
      }
    }
  });

  it("with the empty log needs no proof and takes none", () => {
    const from = { size: 0, root: rangeRoot(emptyRange()) };
    const to = { size: 3, root: source.bytes(32) };
    expect(verifyConsistency({ from, to, proof: [] })).toBe(true);
    expect(verifyConsistency({ from, to, proof: [source.bytes(32)] })).toBe(false);
    expect(verifyConsistency({ from: to, to: from, proof: [] })).toBe(false);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
  });
});

const folder = testData("merkle-inclusion");

interface PublishedVector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

describe.skipIf(folder === undefined)("the published vectors merkle-inclusion", () => {
  const vectors = folder === undefined ? [] : readVectors(join(folder, "vectors"));

  it("are all there", () => {
    expect(vectors.length).toBeGreaterThan(90);
  });

  it.each(vectors)("$path: $vector.desc", ({ vector }) => {
    const { leafIdx: index, treeSize: size } = vector;
    const proof = (vector.proof ?? []).map(bytesOf);
    const valid = verifyInclusion({
      leafHash: bytesOf(vector.leafHash),
      index,
      size,
      proof,
      root: bytesOf(vector.root),
    });
    expect(valid).toBe(!vector.wantErr);
  });
});

function readVectors(path: string): { path: string; vector: PublishedVector }[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ path: name, vector: JSON.parse(readFileSync(join(path, name), "utf8")) as PublishedVector }));
}

function bytesOf(text: string | null): Uint8Array {
  return findBase64(text ?? "") ?? new Uint8Array();
}
