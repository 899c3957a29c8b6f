import { makeSegment, makeSpare } from "./make-segment.ts";
import { writeMeta } from "./meta-file.ts";
import { openSegmentLog, placeOf } from "./open-segment-log.ts";
import type { SegmentLog, SegmentLogOptions } from "./segment-log.ts";

/** Makes a log in a folder that has none, without the records before `first`: its next record has that number. */
export async function beginSegmentLog(options: SegmentLogOptions, first: number): Promise<SegmentLog> {
  const place = placeOf(options);
  const { disk, folder } = place;
  await disk.makeFolder(folder);
  const { file } = await makeSegment(place, await makeSpare(place), { first, link: 0 });
  await file.close();
  await writeMeta(disk, folder, { base: first, cutFrom: undefined });
  return openSegmentLog(options);
}
