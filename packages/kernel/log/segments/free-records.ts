import type { DiskFile } from "../disk/disk.ts";
import { findPast, nextLink } from "./find-record.ts";
import { findFrame, frameBytes, frameKinds, putFrame, type ReadFrame } from "./frame.ts";
import { alignUp, partialSuffix, recordSpan, sectorBytes, segmentBytesMin } from "./layout.ts";
import { LogDamaged } from "./log-error.ts";
import type { LogPlace, Segment } from "./log-state.ts";
import { findEndFrame, withFile } from "./read-segment.ts";
import { encodeIndex, endSpans, writeEnd } from "./seal-segment.ts";
import { SparseIndex } from "./sparse-index.ts";

const copyBytes = 1024 * 1024;
/** Pieces in one gathering write; systems take at least 1,024 (IOV_MAX of Linux). */
const buffersMax = 1_024;
/** Frames of short records are read many at a time, those of long ones alone. */
const windowBytes = 64 * 1024;

/** What the new file holds next: bytes of the old one, or a frame that stands for freed records. */
type Piece = { readonly from: number; readonly to: number } | { readonly frame: Uint8Array };

/** A segment as it is to be: its pieces, where records begin in it, and how long the file is. */
interface Plan {
  readonly pieces: readonly Piece[];
  readonly index: SparseIndex;
  readonly at: number;
  readonly bytes: number;
  readonly end: ReadFrame;
}

/**
 * Writes a sealed segment anew, durable beside the old one, without the payloads of freed records. Frames of the others
 * stay byte for byte, and a freed run keeps the checksum that the frame after it links to, so that the chain of links and
 * the segment after it remain as they are. False where the file would not be shorter; nothing is written then.
 */
export async function writeWithoutFreed(
  { disk }: LogPlace,
  segment: Segment,
  isFreed: (sequence: number) => boolean,
): Promise<boolean> {
  const { path, start } = segment;
  const end = await findEndFrame(disk, segment);
  if (end?.span !== endSpans.continues) {
    throw new LogDamaged({ file: path, offset: start.length - frameBytes, reason: "the end frame is missing" });
  }
  return withFile(disk, path, async (old) => {
    const plan = await planFile(segment, { old, end, isFreed });
    if (plan.bytes >= start.length) return false;
    const file = await disk.open(path + partialSuffix, "create");
    try {
      await file.allocate(plan.bytes);
      await writePlan(file, { old, start, plan });
    } catch (error) {
      await file.close();
      // What was written before the disk was full is needed elsewhere.
      await disk.remove(path + partialSuffix);
      throw error;
    }
    await file.close();
    return true;
  });
}

interface Source {
  readonly old: DiskFile;
  readonly end: ReadFrame;
  readonly isFreed: (sequence: number) => boolean;
}

async function planFile(segment: Segment, { old, end, isFreed }: Source): Promise<Plan> {
  const pieces: Piece[] = [];
  const index = new SparseIndex();
  let at = sectorBytes;
  let run: { readonly first: ReadFrame; readonly last: ReadFrame } | undefined;
  const closeRun = (): void => {
    if (run === undefined) return;
    index.note({ sequence: run.first.sequence, offset: at });
    pieces.push({ frame: encodeFreed(run.first, run.last) });
    at += frameBytes;
    run = undefined;
  };
  for await (const { frame, from } of walkFrames(segment, old, end.sequence)) {
    if (frame.kind === frameKinds.freed || isFreed(frame.sequence)) {
      run = { first: run?.first ?? frame, last: frame };
      continue;
    }
    closeRun();
    index.note({ sequence: frame.sequence, offset: at });
    const before = pieces.at(-1);
    const joins = before !== undefined && "to" in before && before.to === from;
    if (joins) pieces.pop();
    pieces.push({ from: joins ? before.from : from, to: from + frame.span });
    at += frame.span;
  }
  closeRun();
  const indexBytes = index.toBytes(segment.first).length;
  const past = alignUp(at + recordSpan(indexBytes), sectorBytes);
  return { pieces, index, at, end, bytes: Math.max(segmentBytesMin, past + sectorBytes) };
}

/** The frames of a segment's records in order, with their offsets. */
async function* walkFrames(
  { path, first, start }: Segment,
  file: DiskFile,
  below: number,
): AsyncGenerator<{ readonly frame: ReadFrame; readonly from: number }> {
  let window = await file.read({ position: sectorBytes, length: windowBytes });
  let windowAt = sectorBytes;
  let length = windowBytes;
  const frameAt = async (at: number): Promise<ReadFrame | undefined> => {
    if (at + frameBytes > windowAt + window.length) {
      window = await file.read({ position: at, length });
      windowAt = at;
    }
    return findFrame(window, at - windowAt);
  };
  let at = sectorBytes;
  for (let sequence = first; sequence < below; ) {
    let frame = await frameAt(at);
    if (frame === undefined) {
      at = alignUp(at, sectorBytes);
      frame = await frameAt(at);
    }
    const past = frame && findPast(frame, sequence);
    if (frame === undefined || past === undefined || Buffer.compare(frame.salt, start.salt) !== 0) {
      throw new LogDamaged({ file: path, offset: at, reason: `record ${sequence} is not here` });
    }
    yield { frame, from: at };
    length = frame.span < windowBytes ? windowBytes : frameBytes;
    at += frame.span;
    sequence = past;
  }
}

/** A frame that stands for the records from `first` to `last`, which may be such frames themselves. */
function encodeFreed(first: ReadFrame, last: ReadFrame): Uint8Array {
  const bytes = new Uint8Array(frameBytes);
  const durable = last.kind === frameKinds.freed ? last.durable : last.sequence + 1;
  const none = { length: 0, sample: 0, span: frameBytes };
  putFrame(bytes, { ...first, ...none, kind: frameKinds.freed, durable, payloadCrc: nextLink(last) });
  return bytes;
}

async function* readPieces(old: DiskFile, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if ("frame" in piece) yield piece.frame;
    else {
      for (let position = piece.from; position < piece.to; position += copyBytes) {
        yield await old.read({ position, length: Math.min(copyBytes, piece.to - position) });
      }
    }
  }
}

async function writePlan(
  file: DiskFile,
  { old, start, plan }: { old: DiskFile; start: ReadFrame; plan: Plan },
): Promise<void> {
  const { pieces, index, at, end, bytes } = plan;
  const shorter: ReadFrame = { ...start, length: bytes };
  const first = new Uint8Array(sectorBytes);
  putFrame(first.subarray(0, frameBytes), shorter);
  await file.write([first], 0);
  let position = sectorBytes;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    if (waitingBytes > 0) await file.write(waiting, position);
    position += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const bytes of readPieces(old, pieces)) {
    waiting.push(bytes);
    waitingBytes += bytes.length;
    if (waitingBytes >= copyBytes || waiting.length >= buffersMax) await flush();
  }
  await flush();
  const point = { file, start: shorter, index, at, sequence: end.sequence, link: end.link };
  await file.write([encodeIndex(point, end.sequence)], at);
  await writeEnd(point, endSpans.continues);
}
