import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";

/** How many records the log in a folder holds, when nobody has it open. */
export async function countRecords(folder: string): Promise<number> {
  const log = await openSegmentLog({ disk: nodeDisk(), folder });
  const count = log.durable;
  await log.close();
  return count;
}
