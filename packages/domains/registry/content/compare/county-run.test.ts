import { describe, expect, it } from "vitest";
import { indexFacts } from "../facts/fact-index.ts";
import { compareHousehold } from "./compare-household.ts";
import { countyRun } from "./county-run.ts";
import { indexHouseholds } from "./household-index.ts";
import { testCounty } from "./testing/test-county.ts";
import { day, rules } from "./testing/test-scene.ts";

const made = [...testCounty(250, 7)];
const files = made.map(({ file }) => file);
const shared = { rules, facts: indexFacts(made.flatMap(({ facts }) => facts)), index: indexHouseholds(files), day };

describe("a run over a county", () => {
  it("compares each household once, a batch at a time, and says how far it is", () => {
    const batches = [files.slice(0, 100), files.slice(100, 200), files.slice(200)];
    const steps = [...countyRun({ ...shared, batches })];
    expect(steps.map(({ done }) => done)).toEqual([100, 200, 250]);
    const verdicts = steps.flatMap((step) => step.verdicts);
    expect(verdicts).toEqual(files.map((file) => compareHousehold({ ...shared, file })));
    const { red, yellow, green } = steps.at(-1)?.levels ?? { red: 0, yellow: 0, green: 0 };
    expect([red, yellow, green]).toEqual(
      ["red", "yellow", "green"].map((level) => verdicts.filter((one) => one.level === level).length),
    );
    expect(red + yellow + green).toBe(250);
  });

  it("honours what was settled about each household", () => {
    const [file] = files.filter((one) => compareHousehold({ ...shared, file: one }).reasons.length > 0);
    if (file === undefined) throw new Error("nothing is contradicted in the sample");
    const settled = compareHousehold({ ...shared, file }).reasons.map(({ rule, digest }) => ({
      rule,
      digest,
      kind: "checked" as const,
      by: "grid worker",
      on: day,
      words: "看过",
    }));
    const [step] = countyRun({ ...shared, batches: [[file]], settledOf: () => settled });
    expect(step?.levels).toEqual({ red: 0, yellow: 0, green: 1 });
  });
});
