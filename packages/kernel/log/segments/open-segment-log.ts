import { randomBytes } from "node:crypto";
import { saltBytes } from "./frame.ts";
import { sectorBytes, segmentBytesDefault, segmentBytesMax, segmentBytesMin } from "./layout.ts";
import type { LogPlace } from "./log-state.ts";
import { recoverLog } from "./recover-log.ts";
import { type SegmentLog, type SegmentLogOptions, waitingBytesDefault } from "./segment-log.ts";
import { SegmentWriter } from "./segment-writer.ts";

/**
 * Opens the log in a folder, making it where it is absent. Cuts what a crash left unfinished; rejects with
 * `LogDamaged` (file, offset) where the disk does not hold what was written, with `DiskError` where it fails.
 */
export async function openSegmentLog(options: SegmentLogOptions): Promise<SegmentLog> {
  const { waitingBytesMax = waitingBytesDefault } = options;
  const place = placeOf(options);
  return new SegmentWriter({ place, state: await recoverLog(place), waitingBytesMax });
}

/** The options with what was left open. Throws RangeError where no segment has such a length. */
export function placeOf({ disk, folder, segmentBytes = segmentBytesDefault, makeSalt }: SegmentLogOptions): LogPlace {
  if (segmentBytes % sectorBytes !== 0 || segmentBytes < segmentBytesMin || segmentBytes > segmentBytesMax) {
    throw new RangeError(
      `segmentBytes must be a multiple of ${sectorBytes} from ${segmentBytesMin} to ${segmentBytesMax}`,
    );
  }
  return { disk, folder, segmentBytes, makeSalt: makeSalt ?? (() => randomBytes(saltBytes)) };
}
