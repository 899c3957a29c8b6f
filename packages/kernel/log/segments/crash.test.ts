import { deepCount } from "@mingbai/testkit/deep";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { SimulatedCrash } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { openTestLog, testPayload } from "./test-log.ts";

/** What the owner of the log knows at the time of a crash. */
interface Known {
  acknowledged: number;
  appended: number;
  dropped: number;
  /** A cut that was asked for and not confirmed: the log may end there or where it ended before. */
  cutting: number | undefined;
}

const workloadSteps = 13;

/** Appends, commits, rolls over segments, closes and reopens, cuts and drops. */
async function runWorkload(disk: SimulatedDisk, known: Known): Promise<void> {
  let log = await openTestLog(disk);
  for (let step = 0; step < workloadSteps; step++) {
    for (let count = 0; count <= step % 4; count++) known.appended = log.append([testPayload(log.durable + count)]) + 1;
    await log.commit();
    known.acknowledged = log.durable;
    if (step === 4 || step === 9) {
      await log.close();
      log = await openTestLog(disk);
    }
    if (step === 7 || step === 12) {
      known.cutting = log.durable - 3;
      await log.truncateAfter(known.cutting - 1);
      known.acknowledged = known.appended = known.cutting;
      known.cutting = undefined;
    }
    if (step === 11) known.dropped = await log.dropBefore(known.acknowledged - 5);
  }
  await log.close();
}

async function runUntilCrash(disk: SimulatedDisk): Promise<Known> {
  const known: Known = { acknowledged: 0, appended: 0, dropped: 0, cutting: undefined };
  try {
    await runWorkload(disk, known);
  } catch (error) {
    if (!(error instanceof SimulatedCrash) && !disk.crashed) throw error;
  }
  return known;
}

async function assertNothingLost(disk: SimulatedDisk, known: Known): Promise<number> {
  const log = await openTestLog(disk);
  expect(log.durable).toBeGreaterThanOrEqual(known.cutting ?? known.acknowledged);
  expect(log.durable).toBeLessThanOrEqual(known.appended);
  expect(log.first).toBeLessThanOrEqual(Math.max(known.dropped, known.acknowledged));
  for await (const { sequence, payload } of log.records(log.first)) {
    if (!Buffer.from(payload).equals(testPayload(sequence))) throw new Error(`record ${sequence} is another one`);
  }
  const { durable } = log;
  log.append([testPayload(durable)]);
  await log.commit();
  expect((await log.verify()).damage).toEqual([]);
  const later = await openTestLog(disk.crash({ kind: "lost" }));
  expect(later.durable).toBe(durable + 1);
  return durable;
}

async function countOperations(seed: number): Promise<number> {
  const disk = simulatedDisk({ seed });
  await runUntilCrash(disk);
  return disk.trace.length;
}

interface CrashPoint {
  readonly seed: number;
  readonly operation: number;
  readonly when: "before" | "after";
  readonly image: CrashImage;
}

/** Crashes once in the workload, once more at every operation of the recovery, and looks at what is left. */
async function crashTwice({ seed, operation, when, image }: CrashPoint, stride: number): Promise<void> {
  const first = simulatedDisk({ seed, faults: { crashAt: { operation, when } } });
  const known = await runUntilCrash(first);
  const survived = first.crash(image);
  const whole = survived.copy();
  const recovered = await assertNothingLost(whole, known);
  for (let point = 1 + (operation % stride); point <= whole.trace.length; point += stride) {
    const second = survived.copy();
    second.setFaults({ crashAt: { operation: point, when } });
    const log = await openTestLog(second).catch((error: unknown) => {
      if (!(error instanceof SimulatedCrash)) throw error;
    });
    if (log) break;
    const again = await openTestLog(second.crash(image));
    if (known.cutting === undefined) expect(again.durable).toBeGreaterThanOrEqual(known.acknowledged);
    expect(again.durable).toBeLessThanOrEqual(Math.max(recovered, known.appended));
  }
}

describe("segment log after a crash", () => {
  const seeds = Array.from({ length: deepCount(2, 12) }, (_, place) => place + 1);
  const cases = seeds.flatMap((seed) => crashImages.map((image) => ({ seed, image })));

  it.each(cases)(
    "keeps every acknowledged record and a prefix of the rest: seed $seed, $image",
    async ({ seed, image }) => {
      const operations = await countOperations(seed);
      for (let operation = 1; operation <= operations; operation++) {
        for (const when of ["before", "after"] as const) {
          const point = { seed, operation, when, image };
          try {
            await crashTwice(point, deepCount(9, 2));
          } catch (error) {
            throw new Error(`at ${JSON.stringify(point)}`, { cause: error });
          }
        }
      }
    },
  );

  it.each(seeds)("counts nothing as durable that only memory holds after a killed process: seed %i", async (seed) => {
    const operations = await countOperations(seed);
    for (let operation = 1; operation <= operations; operation++) {
      const disk = simulatedDisk({ seed, faults: { crashAt: { operation, when: "after" } } });
      const known = await runUntilCrash(disk);
      const alive = disk.kill();
      const { durable } = await openTestLog(alive);
      const after = await openTestLog(alive.crash({ kind: "lost" }));
      expect({ operation, durable: after.durable }).toEqual({ operation, durable });
      if (known.cutting === undefined) expect(durable).toBeGreaterThanOrEqual(known.acknowledged);
    }
  });
});
