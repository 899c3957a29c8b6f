import { alignUp, sectorBytes } from "./layout.ts";
import { clearEnd, clearRange } from "./seal-segment.ts";
import type { CommitTrace, CommitWork } from "./write-commit.ts";

/**
 * Takes back a commit of which nothing was acknowledged, so that its records do not come back at the next start.
 * Each step leaves what a start understands: records of the new segment go, then the old segment's end, then the new
 * segment, then the records in the old one. A failure here leaves it unknown what is on the disk: the log is broken.
 */
export async function takeBackCommit({ place, state }: CommitWork, trace: CommitTrace): Promise<void> {
  const { before, next, written, nextWritten } = trace;
  if (next) {
    if (nextWritten !== undefined) await clearRange(next.file, sectorBytes, alignUp(nextWritten, sectorBytes));
    await clearEnd(before.file, before.segment.start.length);
    await next.file.close();
    await place.disk.remove(next.segment.path);
    await place.disk.syncFolder(place.folder);
  }
  if (written !== undefined) await clearRange(before.file, before.at, alignUp(written, sectorBytes));
  state.tail = before;
}
