import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { copyPrefix } from "../prefix/copy-prefix.ts";
import { readPrefix } from "../prefix/readable-log.ts";
import { followSegmentLog } from "./follow-segment-log.ts";
import { LogDamaged } from "./log-error.ts";
import { openSegmentLog } from "./open-segment-log.ts";
import type { SealedSegment, SegmentLog } from "./segment-log.ts";
import { appendTestRecords, diskWithLog, openTestLog, testFolder, testPayload } from "./test-log.ts";

const seed = runSeed();
const segmentBytes = 16 * 1024;
const count = 90;
const payloads = Array.from({ length: 200 }, (_, sequence) => testPayload(sequence));

/** Throws where these are not the bytes of that record. */
function assertPayload(sequence: number, payload: Uint8Array, last: number): void {
  const whole = payloads[sequence] ?? testPayload(sequence);
  const wanted = whole.subarray(Math.max(0, whole.length - last));
  if (Buffer.compare(payload, wanted) !== 0) throw new Error(`record ${sequence} is another one`);
}

const written = await diskWithLog(count, { closed: true, segmentBytes });

async function diskWithSegments(): Promise<{ disk: SimulatedDisk; log: SegmentLog }> {
  const disk = written.copy();
  return { disk, log: await openTestLog(disk, segmentBytes) };
}

/** The segments that were written anew; one that would not be shorter stays as it is. */
async function freeAll(log: SegmentLog, isFreed: (sequence: number) => boolean): Promise<SealedSegment[]> {
  const rewritten: SealedSegment[] = [];
  for (const segment of log.sealed) if (await log.freeRecords(segment.first, isFreed)) rewritten.push(segment);
  return rewritten;
}

/** Numbers below those of the tail: what can be freed. */
const sealedBelow = (log: SegmentLog): number => log.sealed.at(-1)?.below ?? 0;

/** Every kept record reads back, by number and in order, whole and by its end; a freed one says so. */
async function expectKept(log: SegmentLog, isFreed: (sequence: number) => boolean): Promise<void> {
  const kept = Array.from({ length: log.durable - log.first }, (_, at) => log.first + at).filter((at) => !isFreed(at));
  for (const from of [log.first, log.first + 1, log.first + 17]) {
    const read: number[] = [];
    for await (const { sequence, payload } of log.records(from)) {
      assertPayload(sequence, payload, Number.POSITIVE_INFINITY);
      read.push(sequence);
    }
    const ends: number[] = [];
    for await (const { sequence, length, end } of log.recordEnds(from, 100)) {
      assertPayload(sequence, end, 100);
      expect(length).toBe(testPayload(sequence).length);
      ends.push(sequence);
    }
    const wanted = kept.filter((sequence) => sequence >= from);
    expect([read, ends]).toEqual([wanted, wanted]);
  }
  for (let sequence = log.first; sequence < log.durable; sequence++) {
    if (isFreed(sequence)) await expect(log.read(sequence)).rejects.toThrow(`record ${sequence} was freed`);
    else assertPayload(sequence, await log.read(sequence), Number.POSITIVE_INFINITY);
  }
}

const bytesOf = (log: SegmentLog): number => log.sealed.reduce((bytes, segment) => bytes + segment.bytes, 0);

describe("records that are freed", () => {
  it(`give their space back; all others keep number and bytes, also after a restart (seed ${seed})`, async () => {
    const dice = random(seed);
    for (let round = 0; round < deepCount(3, 40); round++) {
      const { disk, log } = await diskWithSegments();
      const freed = new Set<number>();
      const isFreed = (sequence: number): boolean => freed.has(sequence);
      // One piece after another, so that runs of freed ones grow together.
      for (let times = 0; times < 3; times++) {
        const chosen = new Set<number>();
        for (let sequence = 0; sequence < sealedBelow(log); sequence++) if (dice.chance(1, 3)) chosen.add(sequence);
        const before = bytesOf(log);
        const rewritten = await freeAll(log, (sequence) => chosen.has(sequence));
        const isDone = (at: number): boolean => rewritten.some(({ first, below }) => at >= first && at < below);
        for (const sequence of chosen) if (isDone(sequence)) freed.add(sequence);
        expect(bytesOf(log)).toBeLessThan(before);
        await expectKept(log, isFreed);
      }
      expect((await log.verify()).damage).toEqual([]);
      const again = await openTestLog(disk.crash({ kind: "lost" }), segmentBytes);
      await expectKept(again, isFreed);
      await appendTestRecords(again, 30);
      await again.close();
    }
  });

  it("leave almost nothing where all of a segment are", async () => {
    const { disk, log } = await diskWithSegments();
    const below = sealedBelow(log);
    await freeAll(log, (sequence) => sequence < below);
    expect(log.sealed.map(({ bytes }) => bytes)).toEqual(log.sealed.map(() => 4096));
    await expectKept(log, (sequence) => sequence < below);
    const again = await openTestLog(disk.copy(), segmentBytes);
    await expectKept(again, (sequence) => sequence < below);
    expect((await readPrefix({ disk, folder: testFolder })).durable).toBe(count);
  });

  it("are freed or not after a crash at any operation, and nothing else changes", async () => {
    const isFreed = (sequence: number): boolean => sequence % 3 !== 1;
    const { log: whole, disk: traced } = await diskWithSegments();
    const from = traced.trace.length;
    const below = sealedBelow(whole);
    await freeAll(whole, isFreed);
    const kept = Array.from({ length: count }, (_, at) => at).filter((at) => at >= below || !isFreed(at));
    const operations = traced.trace.length;
    expect(operations).toBeGreaterThan(from + 20);
    for (let operation = from + 1; operation <= operations; operation += deepCount(3, 1)) {
      for (const when of ["before", "after"] as const) {
        const { disk, log } = await diskWithSegments();
        disk.setFaults({ crashAt: { operation, when } });
        await expect(freeAll(log, isFreed)).rejects.toThrow();
        const image = crashImages[operation % crashImages.length] ?? { kind: "lost" };
        const again = await openTestLog(disk.crash(image), segmentBytes);
        const read: number[] = [];
        for await (const { sequence, payload } of again.records(0)) {
          assertPayload(sequence, payload, Number.POSITIVE_INFINITY);
          read.push(sequence);
        }
        expect(read.filter((sequence) => sequence >= below || !isFreed(sequence))).toEqual(kept);
        expect((await again.verify()).damage).toEqual([]);
      }
    }
  });

  it.each(["open", "allocate", "write"] as const)("are kept where the disk is full at any %s", async (kind) => {
    const { disk: traced, log: whole } = await diskWithSegments();
    const before = traced.trace.filter((line) => line.startsWith(`${kind} `)).length;
    await freeAll(whole, (sequence) => sequence % 2 === 0);
    const after = traced.trace.filter((line) => line.startsWith(`${kind} `)).length;
    for (let nth = before + 1; nth <= after; nth += deepCount(3, 1)) {
      const { disk, log } = await diskWithSegments();
      disk.setFaults({ failAt: { kind, nth, code: "DISK_FULL" } });
      await freeAll(log, (sequence) => sequence % 2 === 0);
      expect(disk.paths().filter((path) => path.endsWith(".partial"))).toEqual([]);
      expect(log.status).toBe("open");
      const below = sealedBelow(log);
      await freeAll(log, (sequence) => sequence % 2 === 0);
      await expectKept(log, (sequence) => sequence < below && sequence % 2 === 0);
    }
  });

  it.each(["sync", "rename", "syncFolder", "write"] as const)("break the log where any %s fails", async (kind) => {
    const { disk, log } = await diskWithSegments();
    const nth = disk.trace.filter((line) => line.startsWith(`${kind} `)).length + 1;
    disk.setFaults({ failAt: { kind, nth, code: "DISK_FAILED" } });
    await expect(freeAll(log, () => true)).rejects.toMatchObject({ code: "LOG_BROKEN" });
    expect(log.status).toBe("broken");
  });

  it("leave a file in which every flipped bit is found", async () => {
    const { disk, log } = await diskWithSegments();
    await freeAll(log, (sequence) => sequence % 5 !== 0);
    const path = disk.paths().find((name) => name.endsWith(".segment")) ?? "";
    const dice = random(seed);
    for (let at = 0; at < disk.content(path).length; at += deepCount(11, 1)) {
      const flipped = disk.copy();
      flipped.flipBit(path, at * 8 + dice.below(8));
      const damage = await readPrefix({ disk: flipped, folder: testFolder }).then(
        () => undefined,
        (error: unknown) => (error instanceof LogDamaged ? error.damage.file : error),
      );
      expect({ at, damage }).toEqual({ at, damage: path });
    }
  });

  it("do not disturb who reads, follows, checks or copies the log meanwhile", async () => {
    const isFreed = (sequence: number): boolean => sequence % 4 !== 0;
    const { disk, log } = await diskWithSegments();
    const follower = followSegmentLog({ disk, folder: testFolder });
    const kept = Array.from({ length: count }, (_, at) => at).filter((at) => !isFreed(at));
    const reads = async (read: (sequence: number) => Promise<Uint8Array>): Promise<void> => {
      for (const sequence of [...kept, ...kept.toReversed()]) {
        assertPayload(sequence, await read(sequence), Number.POSITIVE_INFINITY);
      }
    };
    const inOrder = async (records: AsyncIterable<{ sequence: number; payload: Uint8Array }>): Promise<void> => {
      const read: number[] = [];
      for await (const { sequence, payload } of records) {
        assertPayload(sequence, payload, Number.POSITIVE_INFINITY);
        read.push(sequence);
      }
      expect(read.filter((sequence) => !isFreed(sequence))).toEqual(kept);
    };
    await reads(follower.read);
    const copied = copyPrefix({ disk, folder: testFolder }, { disk, folder: "copy" });
    await Promise.all([
      freeAll(log, isFreed),
      reads((sequence) => log.read(sequence)),
      reads(follower.read),
      inOrder(log.records(0)),
      inOrder(follower.records({ from: 0, below: count })),
      readPrefix({ disk, folder: testFolder }),
      copied,
    ]);
    await reads(follower.read);
    await inOrder(follower.records({ from: 0, below: count }));
    const copy = await openSegmentLog({ disk, folder: "copy", segmentBytes });
    await inOrder(copy.records(0));
    expect((await copy.verify()).damage).toEqual([]);
  });
});
