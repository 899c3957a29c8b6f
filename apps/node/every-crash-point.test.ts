import { deepCount } from "@mingbai/testkit/deep";
import { random } from "@mingbai/testkit/random";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { type HashesByHeight, openSceneChain } from "./test-ledger-scene.ts";
import { assertNothingLost, assertPrefix } from "./test-nothing-lost.ts";
import { type Known, makeScript, runScript, type Script } from "./test-script.ts";

/** In the short run each operation meets one image of the seven; the next operation meets the next one. */
const imagesPart = deepCount(crashImages.length, 1);
/** In the short run every so manieth operation of a recovery is a crash point. */
const recoveryStride = deepCount(17, 11);
const snapshotHeight = 1_024;
const timeoutMs = 900_000;

async function runUntilCrash(disk: SimulatedDisk, script: Script): Promise<Known> {
  const known: Known = { answers: new Map(), hashes: new Map() };
  try {
    await runScript(disk, script, known);
  } catch (error) {
    if (!disk.crashed) throw error;
  }
  return known;
}

interface CrashPoint {
  readonly operation: number;
  readonly when: "before" | "after";
}

/** Crashes once in the script, then at points of the recovery, and looks at what is left. */
async function crashAt(point: CrashPoint, images: readonly CrashImage[], script: Script, seed: number): Promise<void> {
  const first = simulatedDisk({ seed, faults: { crashAt: point } });
  const known = await runUntilCrash(first, script);
  for (const image of images) {
    const survived = first.crash(image);
    try {
      const recovering = survived.copy();
      await openSceneChain(recovering);
      await crashInRecovery(survived, { ...point, operations: recovering.trace.length, image }, known);
      await assertNothingLost(survived, script, known);
    } catch (error) {
      throw new Error(`at ${JSON.stringify({ seed, ...point, image })}`, { cause: error });
    }
  }
}

async function crashInRecovery(
  survived: SimulatedDisk,
  { operations, operation, when, image }: CrashPoint & { operations: number; image: CrashImage },
  known: Known,
): Promise<void> {
  for (let again = 1 + (operation % recoveryStride); again <= operations; again += recoveryStride) {
    const second = survived.copy();
    second.setFaults({ crashAt: { operation: again, when } });
    await expect(openSceneChain(second)).rejects.toThrow("the simulated machine has no power");
    const ledger = await openSceneChain(second.crash(image));
    assertPrefix(ledger.head, known);
  }
}

describe("the ledger after a crash", () => {
  const seeds = Array.from({ length: deepCount(1, 2) }, (_, place) => place + 1);

  it.each(seeds)("runs its script to the end and makes a snapshot where nothing goes wrong: seed %i", async (seed) => {
    const script = await makeScript(random(seed));
    const disk = simulatedDisk({ seed });
    const known = await runUntilCrash(disk, script);
    expect(known.answers.size).toBe(script.flat().length);
    expect(disk.paths().filter((path) => path.endsWith(".snapshot"))).not.toEqual([]);
    expect(disk.paths().filter((path) => /bodies\/.*segment$/.test(path)).length).toBeGreaterThan(0);
    const survived = disk.crash({ kind: "lost" });
    const replayed: HashesByHeight = new Map();
    await openSceneChain(survived.copy(), replayed);
    expect([...replayed.keys()].every((height) => height === 0 || height > snapshotHeight)).toBe(true);
    await assertNothingLost(survived, script, known);
  });

  it.each(seeds.flatMap((seed) => (["before", "after"] as const).map((when) => ({ seed, when }))))(
    "keeps every acknowledged transaction and applies nothing by half: seed $seed, power goes $when",
    async ({ seed, when }) => {
      const script = await makeScript(random(seed));
      const whole = simulatedDisk({ seed });
      await runUntilCrash(whole, script);
      const operations = whole.trace.length;
      const stride = deepCount(3, 1);
      for (let operation = 1 + (seed % stride); operation <= operations; operation += stride) {
        const images = crashImages.filter(
          (_, place) => place % imagesPart === Math.floor(operation / stride) % imagesPart,
        );
        await crashAt({ operation, when }, images, script, seed);
      }
    },
    timeoutMs,
  );
});
