import type { CountedOperation } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { DiskError } from "../disk/disk-error.ts";
import { LogError } from "./log-error.ts";
import type { SegmentLog } from "./segment-log.ts";
import { appendTestRecords, openTestLog, testPayload } from "./test-log.ts";

const recordsWanted = 30;

/** Writes until something fails; returns the log as it stands then. */
async function writeUntilFault(disk: SimulatedDisk): Promise<{ log: SegmentLog; error: unknown } | undefined> {
  const log = await openTestLog(disk).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error;
  });
  if (!log) return undefined;
  try {
    await appendTestRecords(log, recordsWanted);
    return { log, error: undefined };
  } catch (error) {
    return { log, error };
  }
}

/** The error of a run; one in making the next segment's file is seen only when that file is needed. */
async function errorSeen({ log, error }: { log: SegmentLog; error: unknown }): Promise<unknown> {
  return error ?? (await appendTestRecords(log, recordsWanted).catch((late: unknown) => late));
}

async function countOf(kind: CountedOperation): Promise<number> {
  const disk = simulatedDisk({ seed: 3 });
  await writeUntilFault(disk);
  return disk.trace.filter((line) => line.startsWith(`${kind} `)).length;
}

async function assertRecords(disk: SimulatedDisk, atLeast: number, atMost: number): Promise<void> {
  const log = await openTestLog(disk);
  expect(log.durable).toBeGreaterThanOrEqual(atLeast);
  expect(log.durable).toBeLessThanOrEqual(atMost);
  for await (const { sequence, payload } of log.records(0)) expect(payload).toEqual(testPayload(sequence));
  expect((await log.verify()).damage).toEqual([]);
}

const kinds = ["open", "write", "sync", "allocate", "rename", "syncFolder"] as const;

describe("segment log on a failing disk", () => {
  it.each(kinds)("never acknowledges after an I/O error of any %s, and never tries again", async (kind) => {
    for (let nth = 1; nth <= (await countOf(kind)); nth++) {
      const disk = simulatedDisk({ seed: 3, faults: { failAt: { kind, nth, code: "DISK_FAILED" } } });
      const result = await writeUntilFault(disk);
      if (!result) continue;
      const { log } = result;
      expect(await errorSeen(result)).toMatchObject({ code: "LOG_BROKEN" });
      expect(log.status).toBe("broken");
      const { durable } = log;
      const before = disk.trace.length;
      await expect(log.commit()).rejects.toMatchObject({ code: "LOG_BROKEN" });
      await expect(log.resume()).rejects.toMatchObject({ code: "LOG_BROKEN" });
      expect(() => log.append([])).toThrow(LogError);
      expect(disk.trace.length).toBe(before);
      await assertRecords(disk.crash({ kind: "lost" }), durable, durable + 3);
    }
  });

  it.each(kinds)("refuses and recovers when the disk is full at any %s", async (kind) => {
    for (let nth = 1; nth <= (await countOf(kind)); nth++) {
      const disk = simulatedDisk({ seed: 3, faults: { failAt: { kind, nth, code: "DISK_FULL" } } });
      const result = await writeUntilFault(disk);
      if (!result) continue;
      const { log, error } = result;
      if (kind.startsWith("sync")) {
        expect(await errorSeen(result)).toMatchObject({ code: "LOG_BROKEN" });
        continue;
      }
      // A spare that could not be made ahead of time is made when it is needed.
      if (error !== undefined) {
        expect(error).toMatchObject({ code: "LOG_FULL" });
        expect(log.status).toBe("full");
        await assertRecords(disk.copy(), log.durable, log.durable);
        await log.resume();
      }
      await appendTestRecords(log, recordsWanted - log.durable);
      expect((await log.verify()).damage).toEqual([]);
      await log.close();
      await assertRecords(disk.crash({ kind: "lost" }), recordsWanted, recordsWanted);
    }
  });

  it("stays readable on a full disk and goes on when space is freed", async () => {
    const disk = simulatedDisk({ seed: 3 });
    disk.setCapacity(3 * 4096 + 100);
    const result = await writeUntilFault(disk);
    expect(result?.error).toMatchObject({ code: "LOG_FULL" });
    const log = result?.log;
    if (!log) throw new Error("the log did not open");
    const { durable } = log;
    expect(await log.read(durable - 1)).toEqual(testPayload(durable - 1));
    await expect(log.resume()).rejects.toMatchObject({ code: "LOG_FULL" });
    await assertRecords(disk.copy(), durable, durable);
    disk.setCapacity(100 * 4096);
    await log.resume();
    await appendTestRecords(log, 20);
    await log.close();
    await assertRecords(disk.crash({ kind: "lost" }), durable + 20, durable + 20);
  });
});
