import { frameBytes } from "./frame.ts";
import { partialSuffix } from "./layout.ts";
import type { LogPlace } from "./log-state.ts";
import type { Scan, SegmentImage } from "./scan-segment.ts";

const copyBytes = 1024 * 1024;

/**
 * Replaces a segment by one that holds the records before the scan's cursor and zeros behind them, in one step:
 * a crash leaves the old file or the new one, and no sector of a durable record is ever written again.
 */
export async function rewriteSegment({ disk, folder }: LogPlace, image: SegmentImage, scan: Scan): Promise<void> {
  const partial = image.path + partialSuffix;
  const kept = scan.index.entries.length === 0 ? frameBytes : scan.cursor.at;
  const file = await disk.open(partial, "create");
  try {
    for (let at = 0; at < kept; at += copyBytes) {
      await file.write([image.bytes.subarray(at, Math.min(kept, at + copyBytes))], at);
    }
    await file.allocate(image.bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename({ from: partial, to: image.path });
  await disk.syncFolder(folder);
}
