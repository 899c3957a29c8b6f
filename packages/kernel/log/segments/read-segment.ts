import type { Disk, DiskFile } from "../disk/disk.ts";
import { findFrame, frameBytes, frameKinds, type ReadFrame } from "./frame.ts";
import { endOffset, segmentBytesMax, segmentBytesMin, segmentName } from "./layout.ts";
import { LogDamaged } from "./log-error.ts";
import type { Segment } from "./log-state.ts";
import { findEnd, type SegmentImage } from "./scan-segment.ts";
import { findFrameFlip } from "./single-flip.ts";

/** Opens a file for one task and closes it whatever happens. */
export async function withFile<T>(disk: Disk, path: string, use: (file: DiskFile) => Promise<T>): Promise<T> {
  const file = await disk.open(path, "read");
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** The segment of this number with its start frame; throws `LogDamaged` where that is not whole. */
export async function getSegment(disk: Disk, folder: string, first: number): Promise<Segment> {
  const path = `${folder}/${segmentName(first)}`;
  return withFile(disk, path, async (file) => {
    const bytes = await file.read({ position: 0, length: frameBytes });
    const start = findFrame(bytes, 0);
    if (start?.kind !== frameKinds.start || start.sequence !== first)
      throw new LogDamaged(startDamage(path, bytes, start));
    const size = await file.size();
    const bounded = start.length >= segmentBytesMin && start.length <= segmentBytesMax;
    if (size === start.length && bounded) return { path, first, start };
    const reason = `the file has ${size} bytes, its first frame says ${start.length}`;
    throw new LogDamaged({ file: path, offset: Math.min(size, start.length), reason });
  });
}

function startDamage(file: string, bytes: Uint8Array, start: ReadFrame | undefined) {
  if (start) return { file, offset: 0, reason: "the first frame belongs to another file" };
  const flipped = findFrameFlip(bytes, 0);
  const offset = flipped ? Math.floor(flipped.bit / 8) : 0;
  return { file, offset, reason: flipped ? "one bit flipped in the first frame" : "the first frame is damaged" };
}

/** A segment's whole file in memory: at most `segmentBytesMax`. */
export async function readImage(disk: Disk, { path, start }: Segment): Promise<SegmentImage> {
  return withFile(disk, path, async (file) => {
    const bytes = await file.read({ position: 0, length: start.length });
    if (bytes.length === start.length) return { path, bytes, start };
    throw new LogDamaged({ file: path, offset: bytes.length, reason: "the file ends early" });
  });
}

/** The end frame of a sealed or cleanly closed segment, without reading the rest. */
export async function findEndFrame(disk: Disk, { path, start }: Segment): Promise<ReadFrame | undefined> {
  return withFile(disk, path, async (file) => {
    const bytes = await file.read({ position: endOffset(start.length), length: frameBytes });
    const end = findFrame(bytes, 0);
    return end?.kind === frameKinds.end && Buffer.compare(end.salt, start.salt) === 0 ? end : undefined;
  });
}

/** True where nothing but the start frame was written to a segment. */
export async function isUntouched(disk: Disk, segment: Segment): Promise<boolean> {
  const image = await readImage(disk, segment);
  return !findEnd(image) && image.bytes.subarray(frameBytes).every((byte) => byte === 0);
}
