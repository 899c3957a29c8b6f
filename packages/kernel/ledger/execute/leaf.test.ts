import { describe, expect, it } from "vitest";
import { encodeLeaf, findLeaf, type Leaf, leafBytes } from "./leaf.ts";

const hash = (byte: number) => new Uint8Array(32).fill(byte);
const good: Leaf = {
  kind: 1,
  result: 2 ** 16 - 1,
  height: 2 ** 53 - 1,
  timeMs: 2 ** 53 - 1,
  index: 2 ** 32 - 1,
  units: 8_192,
  id: hash(1),
  batchId: hash(2),
  linesRoot: hash(3),
  resultsRoot: hash(4),
  eventsRoot: hash(5),
  rosterHash: hash(6),
};
const bytes = encodeLeaf(good);

describe("a leaf", () => {
  it.each([0, 1, 2, 3] as const)("of kind %i is read as it was written", (kind) => {
    expect(findLeaf(encodeLeaf({ ...good, kind }))).toEqual({ ...good, kind });
  });

  it.each([
    ["magic", 0],
    ["magic", 3],
    ["kind", 4, 4],
    ["suite", 5],
    ["height above 2^53 − 1", 14, 0x20],
    ["time above 2^53 − 1", 22, 0x20],
  ] as [string, number, number?][])("is nothing with another %s (byte %i)", (_, at, value) => {
    expect(findLeaf(bytes.with(at, value ?? (bytes[at] ?? 0) + 1))).toBeUndefined();
  });

  it("is nothing with a byte more or less", () => {
    expect(findLeaf(bytes.subarray(1))).toBeUndefined();
    expect(findLeaf(new Uint8Array([...bytes, 0]))).toBeUndefined();
  });

  it("says something else for each byte that differs, or nothing", () => {
    for (let at = 0; at < leafBytes; at++) expect(findLeaf(bytes.with(at, (bytes[at] ?? 0) ^ 1))).not.toEqual(good);
  });
});
