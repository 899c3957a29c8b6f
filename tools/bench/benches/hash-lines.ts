import { hash } from "node:crypto";
import { hashInto } from "@chainsafe/hashtree";
import { defineBench } from "../define-bench.ts";

const recordBytes = 64;
const digestBytes = 32;
const linesPerTree = 8_192;

type Prepared = { records: Uint8Array; trees: number };

function linesPerSecond(lines: number, startedMs: number): number {
  return lines / ((performance.now() - startedMs) / 1000);
}

/** Hashes `records` level by level down to one root, as a payment batch does; two digests make the next record. */
function hashTree(records: Uint8Array): void {
  let level = records;
  while (level.length >= recordBytes) {
    const next = new Uint8Array((level.length / recordBytes) * digestBytes);
    hashInto(level, next);
    level = next;
  }
}

function hashTreeWithCrypto(records: Uint8Array): void {
  let level = records;
  while (level.length >= recordBytes) {
    const next = new Uint8Array((level.length / recordBytes) * digestBytes);
    for (let at = 0, to = 0; at < level.length; at += recordBytes, to += digestBytes) {
      next.set(hash("sha256", level.subarray(at, at + recordBytes), "buffer"), to);
    }
    level = next;
  }
}

function measureTrees({ records, trees }: Prepared, hashOne: (records: Uint8Array) => void): number {
  const started = performance.now();
  for (let i = 0; i < trees; i++) hashOne(records);
  return linesPerSecond(trees * linesPerTree, started);
}

/** Payment lines hashed into trees of 8,192 per second, on one thread: the floor under every other figure. */
export const bench = defineBench<number, Prepared>({
  name: "hash.lines",
  unit: "lines/s",
  rounds: 5,
  full: 400,
  small: 2,
  prepare: async (trees) => {
    const records = new Uint8Array(recordBytes * linesPerTree).map((_, index) => index % 251);
    return { records, trees };
  },
  run: async (prepared) => measureTrees(prepared, hashTree),
  peers: [{ name: "node:crypto", run: async (prepared) => measureTrees(prepared, hashTreeWithCrypto) }],
});
