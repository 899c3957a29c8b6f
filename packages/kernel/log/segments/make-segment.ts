import type { DiskFile } from "../disk/disk.ts";
import { frameBytes, frameKinds, putFrame } from "./frame.ts";
import { sectorBytes, segmentName, spareName } from "./layout.ts";
import type { LogPlace, Tail } from "./log-state.ts";
import { getSegment } from "./read-segment.ts";
import { SparseIndex } from "./sparse-index.ts";

/** Makes the file of a later segment, all zeros and on the disk. Its name is no segment's yet. */
export async function makeSpare({ disk, folder, segmentBytes }: LogPlace): Promise<DiskFile> {
  const path = `${folder}/${spareName}`;
  const file = await disk.open(path, "create");
  try {
    await file.allocate(segmentBytes);
    await file.sync();
    return file;
  } catch (error) {
    await file.close();
    // What was allocated before the disk was full is needed elsewhere.
    await disk.remove(path);
    throw error;
  }
}

/** Turns the spare file into the segment that begins at a record. It is on the disk, name and all, when this returns. */
export async function makeSegment(place: LogPlace, spare: DiskFile, { first, link }: SegmentStart): Promise<Tail> {
  const { disk, folder } = place;
  const start = { kind: frameKinds.start, sequence: first, durable: first, salt: place.makeSalt(), link };
  const bytes = new Uint8Array(frameBytes);
  try {
    putFrame(bytes, { ...start, length: await spare.size(), span: 0, payloadCrc: 0, sample: 0 });
    await spare.write([bytes], 0);
    await spare.sync();
  } finally {
    await spare.close();
  }
  const path = `${folder}/${segmentName(first)}`;
  await disk.rename({ from: `${folder}/${spareName}`, to: path });
  await disk.syncFolder(folder);
  const segment = await getSegment(disk, folder, first);
  const file = await disk.open(path, "write");
  return { segment, file, index: new SparseIndex(), at: sectorBytes, sequence: first, link, closedAt: undefined };
}

interface SegmentStart {
  readonly first: number;
  readonly link: number;
}
