import type { Disk, DiskFile } from "../disk/disk.ts";
import { findFlippedPayload } from "./explain-damage.ts";
import { findPast, hasPayload } from "./find-record.ts";
import { findFrame, frameBytes, frameKinds } from "./frame.ts";
import { alignUp, sectorBytes } from "./layout.ts";
import { type Located, loadIndex, locateRecord } from "./locate-record.ts";
import { LogDamaged } from "./log-error.ts";
import type { Segment } from "./log-state.ts";
import { withFile } from "./read-segment.ts";
import type { SparseIndex } from "./sparse-index.ts";

/** A record as it was appended. */
export interface LogRecord {
  readonly sequence: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** What a reader knows: the segments, and the sparse index of those it has looked into. */
export interface ReadView {
  readonly disk: Disk;
  readonly segments: readonly Segment[];
  readonly findIndex: (segment: Segment) => SparseIndex | undefined;
  readonly keepIndex: (segment: Segment, index: SparseIndex) => void;
}

const readAheadBytes = 1024 * 1024;

/** Reads one record and checks it; throws `LogDamaged` where it is not what was written. */
export async function readRecord(view: ReadView, sequence: number): Promise<Uint8Array<ArrayBuffer>> {
  const segment = getSegmentOf(view, sequence);
  const index = await getIndex(view, segment);
  return withFile(view.disk, segment.path, async (file) => {
    const { frame, at, ahead } = getKept(await locateRecord(segment, file, { sequence, index }), sequence);
    const isWhole = ahead.length >= frame.span;
    const span = isWhole ? ahead.subarray(0, frame.span) : await file.read({ position: at, length: frame.span });
    return checkedPayload(segment.path, span, { frame, at });
  });
}

/** What was located, unless it stands for freed records. */
export function getKept<T extends Located>(located: T, sequence: number): T {
  if (located.frame.kind === frameKinds.freed) throw new RangeError(`record ${sequence} was freed`);
  return located;
}

/** Reads records in order, from one to before another, checking each; freed ones are passed over. */
export async function* readRecords(view: ReadView, range: { from: number; below: number }): AsyncGenerator<LogRecord> {
  for (const { segment, from, below } of segmentRanges(view, range)) yield* readWithin(view, segment, { from, below });
}

/** The segments that hold the records of a range, in order, each with its part of it. */
export function* segmentRanges(
  view: ReadView,
  range: { from: number; below: number },
): Generator<{ segment: Segment; from: number; below: number }> {
  for (let from = range.from; from < range.below; ) {
    const segment = getSegmentOf(view, from);
    const following = view.segments[view.segments.indexOf(segment) + 1]?.first ?? range.below;
    const below = Math.min(range.below, following);
    yield { segment, from, below };
    from = below;
  }
}

async function* readWithin(
  view: ReadView,
  segment: Segment,
  range: { from: number; below: number },
): AsyncGenerator<LogRecord> {
  const index = await getIndex(view, segment);
  const file = await view.disk.open(segment.path, "read");
  try {
    let { at } = await locateRecord(segment, file, { sequence: range.from, index });
    let ahead: ReadAhead = { bytes: new Uint8Array(0), position: at };
    for (let sequence = range.from; sequence < range.below; ) {
      ahead = await readAt(file, ahead, { at, length: frameBytes });
      if (!findFrame(ahead.bytes, at - ahead.position)) at = alignUp(at, sectorBytes);
      ahead = await readAt(file, ahead, { at, length: frameBytes });
      const frame = findFrame(ahead.bytes, at - ahead.position);
      const past = frame && findPast(frame, sequence);
      if (frame === undefined || past === undefined) {
        throw new LogDamaged({ file: segment.path, offset: at, reason: `record ${sequence} is not here` });
      }
      index.note({ sequence: frame.sequence, offset: at });
      if (frame.kind === frameKinds.record) {
        ahead = await readAt(file, ahead, { at, length: frame.span });
        const span = ahead.bytes.subarray(at - ahead.position, at - ahead.position + frame.span);
        yield { sequence, payload: checkedPayload(segment.path, span, { frame, at }) };
      }
      at += frame.span;
      sequence = past;
    }
  } finally {
    await file.close();
  }
}

interface ReadAhead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly position: number;
}

/** What was read ahead where it covers the range, otherwise a new read from there on. */
async function readAt(file: DiskFile, ahead: ReadAhead, range: { at: number; length: number }): Promise<ReadAhead> {
  if (range.at + range.length <= ahead.position + ahead.bytes.length) return ahead;
  const length = Math.max(range.length, readAheadBytes);
  return { bytes: await file.read({ position: range.at, length }), position: range.at };
}

function checkedPayload(path: string, span: Uint8Array<ArrayBuffer>, { frame, at }: Located): Uint8Array<ArrayBuffer> {
  if (hasPayload(span, 0, frame)) return span.subarray(frameBytes, frameBytes + frame.length);
  const fault = findFlippedPayload(span, 0, frame);
  const reason = fault?.reason ?? `record ${frame.sequence} is damaged`;
  throw new LogDamaged({ file: path, offset: at + (fault?.offset ?? 0), reason });
}

export function getSegmentOf({ segments }: ReadView, sequence: number): Segment {
  const segment = segments.findLast(({ first }) => first <= sequence);
  if (!segment) throw new RangeError(`record ${sequence} is before the first one kept`);
  return segment;
}

export async function getIndex(view: ReadView, segment: Segment): Promise<SparseIndex> {
  const known = view.findIndex(segment);
  if (known) return known;
  const index = await loadIndex(view.disk, segment);
  view.keepIndex(segment, index);
  return index;
}
