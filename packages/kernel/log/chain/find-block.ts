import type { SegmentLog } from "../segments/segment-log.ts";
import { type BlockRecord, decodeBlockRecord } from "./block-record.ts";

/** The first durable block for which `isReached` holds, by bisection: once it holds, it must hold for all later ones. */
export async function findBlock(
  blocks: SegmentLog,
  isReached: (record: BlockRecord) => boolean,
): Promise<number | undefined> {
  let low = blocks.first;
  let high = blocks.durable;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(decodeBlockRecord(await blocks.read(middle)))) high = middle;
    else low = middle + 1;
  }
  return low < blocks.durable ? low : undefined;
}
