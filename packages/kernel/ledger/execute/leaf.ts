import { utf8, viewOf } from "@mingbai/codec/bytes";
import { findU64, putU64 } from "@mingbai/codec/u64";
import { suiteSha256 } from "../transaction/header.ts";

/** What the Merkle log holds of one executed transaction (or of a container that counts for nothing): where it stood and what became of it. 224 bytes. */
export interface Leaf {
  readonly kind: LeafKind;
  /** 0 = accepted; otherwise the number of the declared refusal. */
  readonly result: number;
  readonly height: number;
  readonly timeMs: number;
  /** Position within the block. */
  readonly index: number;
  /** Lines of a batch; 1 for anything else. */
  readonly units: number;
  readonly id: Uint8Array;
  readonly batchId: Uint8Array;
  readonly linesRoot: Uint8Array;
  readonly resultsRoot: Uint8Array;
  readonly eventsRoot: Uint8Array;
  readonly rosterHash: Uint8Array;
}

export const leafKinds = { command: 0, payments: 1, deadline: 2, container: 3 } as const;
export type LeafKind = (typeof leafKinds)[keyof typeof leafKinds];
export const leafBytes = 224;

const magic = utf8("MBL1");
const at = { kind: 4, suite: 5, result: 6, height: 8, timeMs: 16, index: 24, units: 28 };
const hashes = ["id", "batchId", "linesRoot", "resultsRoot", "eventsRoot", "rosterHash"] as const;
const hashesAt = 32;
const hashBytes = 32;

/** The 224 bytes of a leaf. */
export function encodeLeaf(leaf: Leaf): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(leafBytes);
  const view = viewOf(bytes);
  bytes.set(magic);
  view.setUint8(at.kind, leaf.kind);
  view.setUint8(at.suite, suiteSha256);
  view.setUint16(at.result, leaf.result, true);
  putU64(bytes, at.height, leaf.height);
  putU64(bytes, at.timeMs, leaf.timeMs);
  view.setUint32(at.index, leaf.index, true);
  view.setUint32(at.units, leaf.units, true);
  hashes.forEach((name, place) => {
    bytes.set(leaf[name], hashesAt + place * hashBytes);
  });
  return bytes;
}

/** The leaf in these bytes, or undefined unless they are exactly one. */
export function findLeaf(bytes: Uint8Array): Leaf | undefined {
  if (bytes.length !== leafBytes || magic.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = viewOf(bytes);
  const kind = view.getUint8(at.kind);
  const height = findU64(bytes, at.height);
  const timeMs = findU64(bytes, at.timeMs);
  if (view.getUint8(at.suite) !== suiteSha256 || !isLeafKind(kind)) return undefined;
  if (height === undefined || timeMs === undefined) return undefined;
  const hashAt = (place: number) => bytes.slice(hashesAt + place * hashBytes, hashesAt + (place + 1) * hashBytes);
  return {
    kind,
    result: view.getUint16(at.result, true),
    height,
    timeMs,
    index: view.getUint32(at.index, true),
    units: view.getUint32(at.units, true),
    id: hashAt(0),
    batchId: hashAt(1),
    linesRoot: hashAt(2),
    resultsRoot: hashAt(3),
    eventsRoot: hashAt(4),
    rosterHash: hashAt(5),
  };
}

function isLeafKind(kind: number): kind is LeafKind {
  return Object.values<number>(leafKinds).includes(kind);
}
