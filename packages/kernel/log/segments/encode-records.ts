import { frameBytes, frameKinds, putFrame } from "./frame.ts";
import { alignUp, fillerByte, recordSpan, recordsEnd, sectorBytes } from "./layout.ts";
import type { Tail } from "./log-state.ts";
import { payloadChecks } from "./payload-checks.ts";
import type { IndexEntry } from "./sparse-index.ts";

/** A record that waits to be written: its payload in parts, which must not change any more. */
export interface WaitingRecord {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
}

/** Records as they go to the disk in one write, and where the tail stands after them. */
export interface EncodedRecords {
  readonly buffers: readonly Uint8Array[];
  readonly entries: readonly IndexEntry[];
  readonly past: number;
  readonly link: number;
  readonly count: number;
}

const filler = new Uint8Array(frameBytes + sectorBytes).fill(fillerByte);

/** How many of the waiting records find room in the tail's segment. */
export function countFitting(tail: Tail, waiting: readonly WaitingRecord[]): number {
  const limit = recordsEnd(tail.segment.start.length);
  let at = tail.at;
  for (const [count, { length }] of waiting.entries()) {
    at += recordSpan(length);
    if (alignUp(at, sectorBytes) > limit) return count;
  }
  return waiting.length;
}

/** Frames the records one after another, without copying payloads; the last one is filled up to the end of a sector. */
export function encodeRecords(tail: Tail, records: readonly WaitingRecord[], durable: number): EncodedRecords {
  const frames = new Uint8Array(records.length * frameBytes);
  const buffers: Uint8Array[] = [];
  const entries: IndexEntry[] = [];
  let { at, link } = tail;
  for (const [place, { parts, length }] of records.entries()) {
    const last = place === records.length - 1;
    const span = last ? alignUp(at + recordSpan(length), sectorBytes) - at : recordSpan(length);
    const padded = [...parts, filler.subarray(0, span - frameBytes - length)];
    const frame = frames.subarray(place * frameBytes, (place + 1) * frameBytes);
    const sequence = tail.sequence + place;
    const { salt } = tail.segment.start;
    const fields = { kind: frameKinds.record, sequence, durable, salt, length, span, link };
    link = putFrame(frame, { ...fields, ...payloadChecks(padded) });
    buffers.push(frame, ...padded);
    entries.push({ sequence, offset: at });
    at += span;
  }
  return { buffers, entries, past: at, link, count: records.length };
}
