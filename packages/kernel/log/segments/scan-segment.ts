import { equalBytes } from "@mingbai/codec/bytes";
import { type Cursor, findRecord, frameOffset, hasPayload } from "./find-record.ts";
import { findFrame, frameBytes, frameKinds, type ReadFrame } from "./frame.ts";
import { endOffset } from "./layout.ts";
import { SparseIndex } from "./sparse-index.ts";

/** A segment that was read whole. */
export interface SegmentImage {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly start: ReadFrame;
}

/** What a walk through a segment's records found, up to where it stopped. */
export interface Scan {
  readonly cursor: Cursor;
  readonly index: SparseIndex;
}

/** Walks through the records from the first one to where none follows, or to the record before `below`. */
export function scanRecords({ bytes, start }: SegmentImage, below = Number.POSITIVE_INFINITY): Scan {
  const index = new SparseIndex();
  let cursor: Cursor = { at: frameBytes, sequence: start.sequence, link: start.link };
  while (cursor.sequence < below) {
    const record = findRecord(bytes, cursor, start.salt);
    if (!record) break;
    index.note({ sequence: record.frame.sequence, offset: record.at });
    cursor = record.next;
  }
  return { cursor: { ...cursor, at: cursor.at === frameBytes ? frameOffset(bytes, frameBytes) : cursor.at }, index };
}

/** The end frame in the last sector of a sealed or cleanly closed segment. */
export function findEnd({ bytes, start }: SegmentImage): ReadFrame | undefined {
  const end = findFrame(bytes, endOffset(bytes.length));
  return end?.kind === frameKinds.end && equalBytes(end.salt, start.salt) ? end : undefined;
}

/** The index frame where the records end, whole and undamaged. */
export function findIndexFrame({ bytes, start }: SegmentImage, cursor: Cursor): IndexAt | undefined {
  const at = frameOffset(bytes, cursor.at);
  const frame = findFrame(bytes, at);
  if (frame?.kind !== frameKinds.index || frame.sequence !== cursor.sequence || frame.link !== cursor.link)
    return undefined;
  if (!equalBytes(frame.salt, start.salt) || !hasPayload(bytes, at, frame)) return undefined;
  return { at, past: at + frame.span, payload: bytes.subarray(at + frameBytes, at + frameBytes + frame.length) };
}

export interface IndexAt {
  readonly at: number;
  readonly past: number;
  readonly payload: Uint8Array;
}
