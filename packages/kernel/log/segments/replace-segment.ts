import { partialSuffix } from "./layout.ts";
import type { LogPlace, LogState, Segment } from "./log-state.ts";
import { getSegment } from "./read-segment.ts";

/** Puts the file written beside a segment in its place, in one step; removes it where the segment was dropped meanwhile. */
export async function replaceSegment({ disk, folder }: LogPlace, state: LogState, segment: Segment): Promise<void> {
  const partial = segment.path + partialSuffix;
  if (!state.segments.includes(segment)) return disk.remove(partial);
  await disk.rename({ from: partial, to: segment.path });
  await disk.syncFolder(folder);
  const replaced = await getSegment(disk, folder, segment.first);
  state.segments = state.segments.map((one) => (one === segment ? replaced : one));
}
