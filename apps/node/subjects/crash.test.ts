import { deepCount } from "@mingbai/testkit/deep";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { SimulatedCrash } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { namedPart, opened, openTestSubjects, testPart, testSubject } from "./test-subjects.ts";

/** What was acknowledged at the time of a crash, and which erasure was asked for and not yet answered. */
interface Known {
  readonly parts: ReturnType<typeof testPart>[];
  readonly erased: Set<number>;
  erasing: readonly number[];
}

const subjectOf = (number: number): number => number % 12;

async function runWorkload(disk: SimulatedDisk, known: Known): Promise<void> {
  let vault = await openTestSubjects(disk);
  for (let step = 0; step < 6; step++) {
    const parts = Array.from({ length: 6 }, (_, at) => testPart(subjectOf(step * 5 + at), step * 6 + at));
    const taken = parts.filter(({ number }) => !known.erased.has(number));
    await vault.put(taken);
    known.parts.push(...taken);
    if (step === 1 || step === 2 || step === 4) {
      known.erasing = [step, step + 4];
      await vault.erase(known.erasing.map(testSubject));
      for (const subject of known.erasing) known.erased.add(subject);
      known.erasing = [];
    }
    if (step === 3) {
      await vault.close();
      vault = await openTestSubjects(disk);
    }
  }
  await vault.close();
}

async function runUntilCrash(disk: SimulatedDisk): Promise<Known> {
  const known: Known = { parts: [], erased: new Set(), erasing: [] };
  try {
    await runWorkload(disk, known);
  } catch (error) {
    if (!(error instanceof SimulatedCrash) && !disk.crashed) throw error;
  }
  return known;
}

/** Everything acknowledged opens but what was erased; what was being erased is gone as a whole or there as a whole. */
async function assertWhole(disk: SimulatedDisk, known: Known): Promise<void> {
  const vault = await openTestSubjects(disk);
  const found = await vault.findMany(known.parts.map(namedPart));
  const isGone = known.erasing.map((subject) => vault.isErased(testSubject(subject)));
  expect(new Set(isGone).size).toBeLessThan(2);
  const gone = new Set([...known.erased, ...(isGone[0] === true ? known.erasing : [])]);
  expect(found).toEqual(known.parts.map((part) => (gone.has(part.number) ? undefined : opened(part))));
  const sides = new Set(disk.paths().flatMap((path) => /keys\/(even|odd)\b/.exec(path)?.[1] ?? []));
  expect(sides.size).toBe(1);
  const late = testPart(11, 999);
  expect(await vault.put([late])).toEqual([namedPart(late).commitment]);
  await vault.erase([testSubject(11)]);
  expect(await vault.find(namedPart(late))).toBeUndefined();
}

async function crashAt(
  seed: number,
  { operation, when, image }: { operation: number; when: "before" | "after"; image: CrashImage },
): Promise<void> {
  const disk = simulatedDisk({ seed, faults: { crashAt: { operation, when } } });
  const known = await runUntilCrash(disk);
  await assertWhole(disk.crash(image), known);
}

describe("a crash", () => {
  const stride = deepCount(5, 1);

  it.each(crashImages.map((image, at) => ({ image, seed: at + 1 })))(
    "at any point of puts and erasures leaves the old keys whole or the new ones: $image, seed $seed",
    async ({ image, seed }) => {
      const whole = simulatedDisk({ seed });
      await runUntilCrash(whole);
      for (let operation = 1 + (seed % stride); operation <= whole.trace.length; operation += stride) {
        for (const when of ["before", "after"] as const) {
          try {
            await crashAt(seed, { operation, when, image });
          } catch (error) {
            throw new Error(`at operation ${operation}, ${when}: ${whole.trace[operation - 1]}`, { cause: error });
          }
        }
      }
    },
    120_000,
  );
});
