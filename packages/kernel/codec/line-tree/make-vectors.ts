import { concat } from "../bytes.ts";
import { toHex } from "../hex.ts";
import { sha256 } from "../sha256.ts";
import { linePath } from "./line-path.ts";
import { linesRoot } from "./lines-root.ts";
import { resultsRoot } from "./results.ts";
import { vectorRecord, vectorRecords } from "./vector-records.ts";

/** What docs/spec/vectors/line-tree.json holds: roots, roots over results, and paths that must and must not lead to theirs. */
export function makeLineTreeVectors() {
  const counts = [1, 2, 3, 5, 8, 64, 65, 1000, 8192];
  return {
    records: "record i = SHA-256(u32 LE i | 00) | SHA-256(u32 LE i | 01)",
    roots: counts.map((count) => ({ count, root: toHex(linesRoot(vectorRecords(count))) })),
    results: [
      ...[1, 64, 65, 8192].map((count) => ({ count, results: null, root: toHex(resultsRoot(count)) })),
      resultVector(Uint8Array.of(0, 3, 0)),
      resultVector(Uint8Array.from({ length: 70 }, (_, line) => line % 5)),
    ],
    paths: [
      ...[
        { count: 1, index: 0 },
        { count: 5, index: 0 },
        { count: 5, index: 4 },
        { count: 8192, index: 8191 },
      ].map(pathVector),
      ...refusedPaths(),
    ],
  };
}

function resultVector(results: Uint8Array) {
  const count = results.length;
  return { count, results: toHex(results), root: toHex(resultsRoot(count, results)) };
}

function pathVector(place: { count: number; index: number }) {
  const { count, index } = place;
  const records = vectorRecords(count);
  return {
    name: `line ${index} of ${count}`,
    record: toHex(vectorRecord(index)),
    index,
    count,
    path: linePath(records, index).map(toHex),
    root: toHex(linesRoot(records)),
    valid: true,
  };
}

function refusedPaths() {
  const good = pathVector({ count: 5, index: 2 });
  const innerNode = concat(sha256(vectorRecord(2)), sha256(vectorRecord(3)));
  const posing = { record: toHex(innerNode), index: 1, path: good.path.slice(1), valid: false };
  return [
    { ...good, ...posing, name: "an inner node posing as a line, its path one short" },
    {
      ...good,
      ...posing,
      count: 4,
      name: "an inner node posing as a line of a smaller batch, which is another leaf",
      root: toHex(linesRoot(vectorRecords(4))),
    },
    { ...good, name: "a path one too long", path: [...good.path, "00".repeat(32)], valid: false },
    { ...good, name: "a path one too short", path: good.path.slice(0, -1), valid: false },
    { ...good, name: "a depth that the count does not have", count: 9, valid: false },
    { ...paddingVector(), valid: false },
    { ...good, name: "an index that differs by the padded size", index: 10, valid: false },
    { ...good, name: "another line's index", index: 3, valid: false },
    { ...good, name: "no lines", count: 0, valid: false },
    { ...good, name: "more lines than a batch has", count: 8193, valid: false },
    { ...good, name: "one bit of the record", record: flipFirstBit(good.record), valid: false },
  ];
}

/** A true path of the first padding record, which hashes to the root and still is no line. */
function paddingVector() {
  const padded = concat(vectorRecords(5), new Uint8Array(64));
  const path = linePath(padded, 5).map(toHex);
  const root = toHex(linesRoot(padded));
  return {
    name: "an index equal to the count: padding is no line",
    record: "00".repeat(64),
    index: 5,
    count: 5,
    path,
    root,
  };
}

function flipFirstBit(hex: string): string {
  return (Number.parseInt(hex.slice(0, 2), 16) ^ 1).toString(16).padStart(2, "0") + hex.slice(2);
}
