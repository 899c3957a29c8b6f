import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { LogDamaged } from "../segments/log-error.ts";
import { openSegmentLog } from "../segments/open-segment-log.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import { appendTestRecords, diskWithLog, openTestLog, testFolder, testPayload } from "../segments/test-log.ts";
import { copyPrefix } from "./copy-prefix.ts";
import { type ReadableLog, readPrefix } from "./readable-log.ts";

const seed = runSeed();
const copyFolder = "copy";

async function expectRecords(log: ReadableLog): Promise<void> {
  let next = log.first;
  for await (const { sequence, payload } of log.records(log.first)) {
    expect(sequence).toBe(next++);
    expect(payload).toEqual(testPayload(sequence));
  }
  expect(next).toBe(log.durable);
}

/** How many records a writer adds while a test reads. */
const meanwhile = 60;

async function openCopy(disk: SimulatedDisk): Promise<SegmentLog> {
  return openSegmentLog({ disk, folder: copyFolder, segmentBytes: 4096, makeSalt: () => new Uint8Array(8).fill(7) });
}

/** What reading a disk's log finds wrong. */
async function findDamage(disk: SimulatedDisk) {
  try {
    await readPrefix({ disk, folder: testFolder });
  } catch (error) {
    if (error instanceof LogDamaged) return error.damage;
    throw error;
  }
  return undefined;
}

describe("the beginning of a log that another may be writing", () => {
  it("is read with everything acknowledged before, while the writer goes on", async () => {
    const disk = simulatedDisk({ seed: 5 });
    const log = await openTestLog(disk);
    for (let round = 0; round < deepCount(10, 60); round++) {
      const acknowledged = log.durable;
      const writing = appendTestRecords(log, meanwhile, 2);
      const read = await readPrefix({ disk, folder: testFolder });
      expect(read.durable).toBeGreaterThanOrEqual(acknowledged);
      await expectRecords(read);
      await writing;
    }
    await log.close();
    expect((await readPrefix({ disk, folder: testFolder })).durable).toBe(log.durable);
  });

  it("is copied with everything acknowledged before; the copy opens and goes on", async () => {
    for (let round = 1; round <= deepCount(8, 60); round++) {
      const disk = simulatedDisk({ seed: round });
      const log = await openTestLog(disk);
      await appendTestRecords(log, round * 3, 2);
      const acknowledged = log.durable;
      const writing = appendTestRecords(log, meanwhile, 2);
      const below = await copyPrefix({ disk, folder: testFolder }, { disk, folder: copyFolder });
      await writing;
      expect(below).toBeGreaterThanOrEqual(acknowledged);
      const copy = await openCopy(disk);
      expect({ first: copy.first, durable: copy.durable }).toEqual({ first: 0, durable: below });
      await expectRecords(copy);
      copy.append([testPayload(below)]);
      await copy.commit();
      await copy.close();
      await expectRecords(await openCopy(disk));
    }
  });

  it("has not more in its copy than the original has after the power went", async () => {
    for (let round = 1; round <= deepCount(8, 60); round++) {
      const disk = simulatedDisk({ seed: round });
      const log = await openTestLog(disk);
      const writing = appendTestRecords(log, meanwhile, 2);
      const below = await copyPrefix({ disk, folder: testFolder }, { disk, folder: copyFolder });
      await writing;
      const crashed = disk.crash({ kind: "lost" });
      expect((await openTestLog(crashed)).durable).toBeGreaterThanOrEqual(below);
      expect((await openCopy(crashed)).durable).toBe(below);
    }
  });

  it("is nothing where there is no log, and what a crash tore off is left where it is", async () => {
    const disk = simulatedDisk({ seed: 3 });
    await disk.makeFolder(testFolder);
    expect(await readPrefix({ disk, folder: testFolder })).toMatchObject({ first: 0, durable: 0 });
    expect(await readPrefix({ disk, folder: "nowhere" })).toMatchObject({ first: 0, durable: 0 });
    const log = await openTestLog(disk);
    await appendTestRecords(log, 9);
    const torn = disk.kill();
    const before = torn.paths().map((path) => [path, Buffer.from(torn.content(path)).toString("hex")]);
    await expectRecords(await readPrefix({ disk: torn, folder: testFolder }));
    expect(torn.paths().map((path) => [path, Buffer.from(torn.content(path)).toString("hex")])).toEqual(before);
  });
});

describe("damage to a log that is read so", () => {
  it.each([true, false])(`is found for one bit flipped in any byte (closed: %s, seed ${seed})`, async (closed) => {
    const disk = (await diskWithLog(24, { closed })).crash({ kind: "lost" });
    const dice = random(seed);
    for (const path of disk.paths().filter((name) => !name.endsWith("/spare"))) {
      for (let at = 0; at < disk.content(path).length; at += deepCount(7, 1)) {
        const flipped = disk.copy();
        flipped.flipBit(path, at * 8 + dice.below(8));
        expect({ at, file: (await findDamage(flipped))?.file }).toEqual({ at, file: path });
      }
    }
  });

  it.each([1, 60])("is found where the meta file of %i records is missing", async (count) => {
    const disk = (await diskWithLog(count, { closed: true })).crash({ kind: "lost" });
    disk.removeFile(`${testFolder}/meta`);
    expect(await findDamage(disk)).toMatchObject({ file: `${testFolder}/meta`, reason: "the file is missing" });
  });

  it("is found where a segment is missing, or is another's", async () => {
    const disk = (await diskWithLog(60, { closed: true })).crash({ kind: "lost" });
    const [first = "", second = "", third = ""] = disk.paths().filter((path) => path.endsWith(".segment"));
    for (const path of [first, second]) {
      const without = disk.copy();
      without.removeFile(path);
      expect((await findDamage(without))?.reason).toContain("is missing");
    }
    const swapped = disk.copy();
    swapped.putFile(second, disk.content(third));
    expect((await findDamage(swapped))?.file).toBe(second);
  });
});
