import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { appendTestRecords, diskWithLog, openTestLog, testFolder, testPayload } from "./test-log.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("segment log", () => {
  it("gives back what was committed, across segments, singly and in order", async () => {
    const log = await openTestLog(simulatedDisk({ seed: 1 }));
    await appendTestRecords(log, 60);
    expect(log.durable).toBe(60);
    for (const sequence of [0, 59, 31, 7]) expect(await log.read(sequence)).toEqual(testPayload(sequence));
    const records = await collect(log.records(5));
    expect(records.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 55 }, (_, place) => place + 5));
    for (const { sequence, payload } of records) expect(payload).toEqual(testPayload(sequence));
    expect(await log.verify()).toMatchObject({ records: 60, damage: [] });
  });

  it.each([true, false])("goes on after a restart, closed cleanly: %s", async (closed) => {
    let disk = await diskWithLog(20, { closed });
    for (const count of [40, 60, 61]) {
      disk = disk.crash({ kind: "lost" });
      const log = await openTestLog(disk);
      await appendTestRecords(log, count - log.durable);
      expect(log.durable).toBe(count);
      expect((await collect(log.records(0))).map(({ payload }) => payload)).toEqual(
        Array.from({ length: count }, (_, sequence) => testPayload(sequence)),
      );
      expect((await log.verify()).damage).toEqual([]);
      if (closed) await log.close();
    }
  });

  it("shares one write and one sync between commits made together", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const log = await openTestLog(disk);
    const before = disk.trace.length;
    log.append([testPayload(0)]);
    const first = log.commit();
    log.append([testPayload(1)]);
    log.append([testPayload(2)]);
    await Promise.all([first, log.commit(), log.commit()]);
    const made = disk.trace.slice(before).map((line) => line.split(" ")[0]);
    expect(made).toEqual(["write", "sync", "write", "sync"].slice(0, made.length));
    expect(log.durable).toBe(3);
  });

  it("drops whole segments and says what is left", async () => {
    const disk = await diskWithLog(60, { closed: true });
    const log = await openTestLog(disk);
    const first = await log.dropBefore(30);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(30);
    expect(() => log.records(first - 1)).toThrow(RangeError);
    await log.close();
    const again = await openTestLog(disk);
    expect(again.first).toBe(first);
    expect(await again.read(first)).toEqual(testPayload(first));
  });

  it.each([59, 58, 30, 7, 0, -1])("cuts after record %i and goes on from there", async (sequence) => {
    const disk = await diskWithLog(60, { closed: false });
    const log = await openTestLog(disk.crash({ kind: "lost" }));
    await log.truncateAfter(sequence);
    expect(log.durable).toBe(sequence + 1);
    await appendTestRecords(log, 20);
    expect((await collect(log.records(0))).map(({ payload }) => payload)).toEqual(
      Array.from({ length: sequence + 21 }, (_, place) => testPayload(place)),
    );
    expect((await log.verify()).damage).toEqual([]);
  });

  it("refuses what it has no room for", async () => {
    const log = await openTestLog(simulatedDisk({ seed: 1 }));
    expect(() => log.append([new Uint8Array(log.payloadBytesMax + 1)])).toThrow(RangeError);
    for (let count = 0; count < 3; count++) log.append([new Uint8Array(log.payloadBytesMax)]);
    await log.commit();
    expect((await log.verify()).damage).toEqual([]);
    await log.close();
    expect(() => log.append([])).toThrow(/LOG_CLOSED/);
    await expect(log.commit()).rejects.toMatchObject({ code: "LOG_CLOSED" });
  });

  it("leaves no file behind but its own", async () => {
    const disk = await diskWithLog(60, { closed: true });
    const names = await disk.list(testFolder);
    expect(names.filter((name) => !name.endsWith(".segment"))).toEqual(["meta"]);
  });
});
