import type { Disk, DiskFile } from "../disk/disk.ts";
import { findPast, hasPayload } from "./find-record.ts";
import { findFrame, frameBytes, frameKinds, type ReadFrame } from "./frame.ts";
import { alignUp, endOffset, indexStrideBytes, recordsEnd, sectorBytes, segmentBytesMax } from "./layout.ts";
import { LogDamaged } from "./log-error.ts";
import type { Segment } from "./log-state.ts";
import { findEndFrame, withFile } from "./read-segment.ts";
import { SparseIndex } from "./sparse-index.ts";

/** A frame and where it lies. */
export interface Located {
  readonly frame: ReadFrame;
  readonly at: number;
}

/** Also what was read from the frame on, which often is the whole record; memory that nobody else has. */
export interface LocatedAhead extends Located {
  readonly ahead: Uint8Array<ArrayBuffer>;
}

const windowBytes = indexStrideBytes;
const windowBytesMax = 1024 * 1024;
const indexBytesMax = segmentBytesMax - recordsEnd(segmentBytesMax);

/** The sparse index of a sealed segment, from its file; an empty one where there is none that is whole. */
export async function loadIndex(disk: Disk, segment: Segment): Promise<SparseIndex> {
  const end = await findEndFrame(disk, segment);
  if (!end) return new SparseIndex();
  return withFile(disk, segment.path, async (file) => {
    const length = endOffset(segment.start.length) - end.length;
    const bytes = await file.read({ position: end.length, length: Math.min(length, indexBytesMax) });
    const frame = findFrame(bytes, 0);
    // A writer that goes on takes the index away; walking the frames from the start finds the same records.
    if (frame?.kind !== frameKinds.index || !hasPayload(bytes, 0, frame)) return new SparseIndex();
    return SparseIndex.fromBytes(bytes.subarray(frameBytes, frameBytes + frame.length), segment.first);
  });
}

/**
 * Finds a record of a segment, or the run of freed ones that it is among, by walking frames from the nearest one that the
 * index knows. `index` takes note of what is passed, so that the next walk is shorter. Throws `LogDamaged` where the chain
 * is broken before it.
 */
export function locateRecord(segment: Segment, file: DiskFile, wanted: Wanted): Promise<LocatedAhead> {
  const { before, after } = wanted.index.findAround(wanted.sequence);
  // Up to the next record that the index knows: that is all of a long record in one read.
  const toNext = (after?.offset ?? 0) - (before?.offset ?? sectorBytes);
  return walkTo(segment, file, { ...wanted, length: Math.min(Math.max(windowBytes, toNext), windowBytesMax) });
}

/** As `locateRecord`, reading no more than the frame where the index knows the record. */
export function locateFrame(segment: Segment, file: DiskFile, wanted: Wanted): Promise<Located> {
  const isKnown = wanted.index.findAround(wanted.sequence).before?.sequence === wanted.sequence;
  return walkTo(segment, file, { ...wanted, length: isKnown ? frameBytes : windowBytes });
}

async function walkTo(
  segment: Segment,
  file: DiskFile,
  { sequence, index, length }: Wanted & { readonly length: number },
): Promise<LocatedAhead> {
  const { before } = index.findAround(sequence);
  let at = before?.offset ?? sectorBytes;
  let next = before?.sequence ?? segment.first;
  let window = await file.read({ position: at, length });
  let windowAt = at;
  while (at < endOffset(segment.start.length)) {
    if (at + frameBytes > windowAt + window.length) {
      window = await file.read({ position: at, length: windowBytes });
      windowAt = at;
    }
    const frame = findFrame(window, at - windowAt);
    const sector = alignUp(at, sectorBytes);
    const past = frame && findPast(frame, next);
    if (frame !== undefined && past !== undefined) {
      index.note({ sequence: next, offset: at });
      if (sequence < past) return { frame, at, ahead: window.subarray(at - windowAt) };
      next = past;
      at += frame.span;
    } else if (frame === undefined && sector !== at) at = sector;
    else break;
  }
  throw new LogDamaged({ file: segment.path, offset: at, reason: `record ${next} is not here` });
}

interface Wanted {
  readonly sequence: number;
  readonly index: SparseIndex;
}
