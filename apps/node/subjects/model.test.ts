import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import type { SubjectVault } from "./subject-vault.ts";
import {
  namedPart,
  namesIn,
  opened,
  openTestSubjects,
  readTestSubjects,
  testPart,
  testSubject,
} from "./test-subjects.ts";

const subjects = 24;
const seeds = Array.from({ length: deepCount(4, 60) }, (_, at) => runSeed() + at);

/** What vault and reader must say: the parts that were acknowledged, and who was erased. */
class Model {
  readonly kept = new Map<string, ReturnType<typeof testPart>>();
  readonly erased = new Set<string>();

  put(parts: readonly ReturnType<typeof testPart>[]): boolean {
    if (parts.some(({ subject }) => this.erased.has(subject))) return false;
    for (const part of parts) this.kept.set(namedPart(part).commitment, part);
    return true;
  }

  expected() {
    return [...this.kept.values()].map((part) => (this.erased.has(part.subject) ? undefined : opened(part)));
  }
}

describe("puts, erasures, restarts and crashes in any order", () => {
  it.each(seeds)("leave what a map would have: seed %i", async (seed) => {
    const dice = random(seed);
    let disk = simulatedDisk({ seed });
    let vault: SubjectVault = await openTestSubjects(disk);
    let reader = await readTestSubjects(disk, vault);
    const model = new Model();
    const draw = () => testPart(dice.below(subjects), dice.below(50));
    for (let step = 0; step < 60; step++) {
      const kind = dice.below(10);
      if (kind < 6) {
        const parts = Array.from({ length: 1 + dice.below(9) }, draw);
        expect(Array.isArray(await vault.put(parts))).toBe(model.put(parts));
      } else if (kind < 7) {
        const gone = Array.from({ length: 1 + dice.below(2) }, () => testSubject(dice.below(subjects)));
        await vault.erase(gone);
        for (const subject of gone) model.erased.add(subject);
      } else if (kind < 8) {
        disk = dice.chance(1, 2) ? disk.crash({ kind: "reordered" }) : disk.kill();
        vault = await openTestSubjects(disk);
        reader = await readTestSubjects(disk, vault);
      } else await namesIn(reader.readUpTo(vault.marks));
    }
    const names = [...model.kept.values()].map(namedPart);
    await namesIn(reader.readUpTo(vault.marks));
    expect(await vault.findMany(names)).toEqual(model.expected());
    expect(await reader.findMany(names)).toEqual(model.expected());
    for (let number = 0; number < subjects; number++)
      expect(vault.isErased(testSubject(number))).toBe(model.erased.has(testSubject(number)));
  });
});
