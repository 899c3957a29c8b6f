import { random } from "@mingbai/testkit/random";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { openSegmentLog } from "./open-segment-log.ts";
import type { SegmentLog } from "./segment-log.ts";

/** Small segments, so that a short run makes several. */
export const testSegmentBytes = 4096;
export const testFolder = "log";

/** The payload that the tests expect under a sequence number: some bytes that depend on it alone. */
export function testPayload(sequence: number): Uint8Array<ArrayBuffer> {
  const dice = random(sequence + 1);
  return dice.bytes(dice.below(600));
}

/** Opens a log on a simulated disk with seeded salts. */
export function openTestLog(disk: SimulatedDisk, segmentBytes = testSegmentBytes): Promise<SegmentLog> {
  const dice = random(disk.seed + disk.trace.length);
  return openSegmentLog({ disk, folder: testFolder, segmentBytes, makeSalt: () => dice.bytes(8) });
}

/** Appends and commits `count` records in groups; returns nothing, as `durable` says how many there are. */
export async function appendTestRecords(log: SegmentLog, count: number, group = 3): Promise<void> {
  const past = log.durable + count;
  for (let sequence = log.durable; sequence < past; sequence++) {
    const payload = testPayload(sequence);
    const half = Math.floor(payload.length / 2);
    log.append([payload.subarray(0, half), payload.subarray(half)]);
    if ((sequence + 1) % group === 0) await log.commit();
  }
  await log.commit();
}

/** A disk with a log of `count` records, left without closing it or closed. */
export async function diskWithLog(count: number, how: { closed: boolean; seed?: number; segmentBytes?: number }) {
  const disk = simulatedDisk({ seed: how.seed ?? 1 });
  const log = await openTestLog(disk, how.segmentBytes);
  await appendTestRecords(log, count);
  if (how.closed) await log.close();
  return disk;
}
