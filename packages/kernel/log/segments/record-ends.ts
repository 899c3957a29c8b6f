import type { DiskFile } from "../disk/disk.ts";
import { findPast } from "./find-record.ts";
import { findFrame, frameBytes, frameKinds } from "./frame.ts";
import { alignUp, sectorBytes } from "./layout.ts";
import { type Located, locateFrame } from "./locate-record.ts";
import { LogDamaged } from "./log-error.ts";
import type { Segment } from "./log-state.ts";
import { getIndex, type ReadView, segmentRanges } from "./read-records.ts";
import { withFile } from "./read-segment.ts";

/** How a record ends. */
export interface RecordEnd {
  readonly sequence: number;
  /** Bytes of the whole payload. */
  readonly length: number;
  /** The payload's last bytes, unchecked. */
  readonly end: Uint8Array<ArrayBuffer>;
}

/**
 * The last `endBytes` of each record's payload, or all of a shorter one, in order, reading little else. The record's checks
 * cover the whole and are not made here. Rejects with `LogDamaged` where a frame is not there.
 */
export async function* readRecordEnds(
  view: ReadView,
  range: { readonly from: number; readonly below: number; readonly endBytes: number },
): AsyncGenerator<RecordEnd> {
  for (const { segment, from, below } of segmentRanges(view, range)) {
    const index = await getIndex(view, segment);
    // A segment at a time: who reads them may stop in between, and no file stays open meanwhile.
    yield* await withFile(view.disk, segment.path, async (file) => {
      const first = await locateFrame(segment, file, { sequence: from, index });
      return readEnds({ segment, file }, first, { from, below, endBytes: range.endBytes });
    });
  }
}

/** One read for each record: its end, and the frame of the next. */
async function readEnds(
  { segment, file }: { segment: Segment; file: DiskFile },
  first: Located,
  { from, below, endBytes }: { from: number; below: number; endBytes: number },
): Promise<RecordEnd[]> {
  const ends: RecordEnd[] = [];
  let { frame, at } = first;
  for (let sequence = from; ; ) {
    const length = Math.min(endBytes, frame.length);
    const past = at + frame.span;
    const position = at + frameBytes + frame.length - length;
    const read = await file.read({ position, length: past + frameBytes - position });
    if (frame.kind === frameKinds.record) {
      ends.push({ sequence, length: frame.length, end: read.slice(0, length) });
    }
    sequence = findPast(frame, sequence) ?? below;
    if (sequence >= below) return ends;
    ({ frame, at } = await getNext({ segment, file }, read.subarray(past - position), { at: past, sequence }));
  }
}

/** The frame of a record, or of the freed ones with it: straight behind the one before, or at the next sector. */
async function getNext(
  { segment, file }: { segment: Segment; file: DiskFile },
  straight: Uint8Array,
  place: { at: number; sequence: number },
): Promise<Located> {
  const isStraight = findFrame(straight, 0) !== undefined;
  const at = isStraight ? place.at : alignUp(place.at, sectorBytes);
  const frame = findFrame(isStraight ? straight : await file.read({ position: at, length: frameBytes }), 0);
  if (frame !== undefined && findPast(frame, place.sequence) !== undefined) return { frame, at };
  throw new LogDamaged({ file: segment.path, offset: at, reason: `record ${place.sequence} is not here` });
}
