import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { followSegmentLog } from "./follow-segment-log.ts";
import { appendTestRecords, openTestLog, testFolder, testPayload } from "./test-log.ts";

describe("following a segment log", () => {
  it("reads what is durable while the writer goes on, rolls over, drops, closes and opens", async () => {
    const disk = simulatedDisk({ seed: 5 });
    let log = await openTestLog(disk);
    const followed = followSegmentLog({ disk, folder: testFolder });
    let next = 0;
    for (let round = 0; round < 12; round++) {
      await appendTestRecords(log, 7, 2);
      log.append([testPayload(log.durable)]);
      for await (const { sequence, payload } of followed.records({ from: next, below: log.durable })) {
        expect(sequence).toBe(next++);
        expect(payload).toEqual(testPayload(sequence));
      }
      expect(next).toBe(log.durable);
      await log.commit();
      expect(await followed.read(log.durable - 1)).toEqual(testPayload(log.durable - 1));
      if (round % 3 === 2) {
        await log.dropBefore(log.durable - 10);
        await log.close();
        log = await openTestLog(disk);
      }
    }
  });
});
