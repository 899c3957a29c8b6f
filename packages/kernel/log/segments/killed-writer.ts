import { nodeDisk } from "../disk/node-disk.ts";
import { openSegmentLog } from "./open-segment-log.ts";
import { testPayload } from "./test-log.ts";

/**
 * Run as a process of its own by the test beside it: appends for ever and prints how many records are durable after
 * each commit, until it is killed.
 */
const [folder = "", segmentBytes = ""] = process.argv.slice(2);
const log = await openSegmentLog({ disk: nodeDisk(), folder, segmentBytes: Number(segmentBytes) });
for (let group = 1; ; group = (group % 7) + 1) {
  for (let count = 0; count < group; count++) log.append([testPayload(log.durable + count)]);
  await log.commit();
  process.stdout.write(`${log.durable}\n`);
}
