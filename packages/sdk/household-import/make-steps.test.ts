import { findSubjectParts } from "@mingbai/http/subject-parts-views";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { describe, expect, it } from "vitest";
import { makeSteps, type StepOptions } from "./make-steps.ts";

const options: StepOptions = {
  import: "00000000000000a1",
  form: 1,
  areaOf: () => "hill",
  sign: async () => ({ id: new Uint8Array(32), bytes: new Uint8Array([1]) }),
};
const kilobytes = "长".repeat(341);

const nobody: ReadHousehold = {
  key: "line:1",
  state: "ready",
  household: { values: {}, people: [] },
  sheet: 0,
  lines: [1],
  besideLines: [],
  valueLines: {},
  personLines: [],
  disagreements: [],
  faults: [],
};

/** A new household of nobody whose file says so many kilobytes. */
function planned(count: number): PlannedHousehold {
  const sets = Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, { to: kilobytes }]));
  const nothing = { people: [], conflicts: [], alike: [], notNamed: [] };
  return { ...nothing, read: nobody, outcome: "new", own: { sets, base: 0 } };
}

async function* some(sizes: readonly number[]): AsyncGenerator<PlannedHousehold> {
  for (const size of sizes) yield planned(size);
}

async function stepsOf(sizes: readonly number[]) {
  const steps: (readonly [at: number, opened: number, commitments: number])[] = [];
  for await (const { step, commitments } of makeSteps(some(sizes), 5, options))
    steps.push([step.at, step.counts.opened, commitments.length]);
  return steps;
}

describe("the steps of an import", () => {
  it("are full one after the other; a household that fills more than one has a larger one", async () => {
    expect(await stepsOf([1, 1_000, 900, 200])).toEqual([
      [5, 3, 3],
      [6, 1, 1],
    ]);
    expect(await stepsOf([1, 3_000, 1])).toEqual([
      [5, 1, 1],
      [6, 2, 2],
    ]);
    await expect(stepsOf([5_000])).rejects.toThrow(RangeError);
    expect(await stepsOf([])).toEqual([]);
  });

  it("hold the parts with the commitments that they are answered with", async () => {
    for await (const { step, commitments } of makeSteps(some([1, 2]), 0, options))
      expect(findSubjectParts(step.parts)).toHaveLength(commitments.length);
  });
});
