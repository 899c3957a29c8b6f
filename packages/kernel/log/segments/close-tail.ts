import type { LogState } from "./log-state.ts";
import { encodeIndex, endSpans, writeEnd } from "./seal-segment.ts";

/** Marks the end of the tail, so that a later start knows how many records there must be. */
export async function closeTail({ tail }: LogState): Promise<void> {
  if (tail.closedAt !== undefined) return;
  const point = { ...tail, start: tail.segment.start };
  await tail.file.write([encodeIndex(point, tail.sequence)], tail.at);
  await tail.file.sync();
  await writeEnd(point, endSpans.closed);
}
