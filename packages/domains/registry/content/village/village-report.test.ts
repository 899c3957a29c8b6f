import { describe, expect, it } from "vitest";
import { checkFile } from "../check/check-file.ts";
import { indexHouseholds } from "../compare/household-index.ts";
import { testCounty } from "../compare/testing/test-county.ts";
import { day, fact, fileOf, rules } from "../compare/testing/test-scene.ts";
import { indexFacts } from "../facts/fact-index.ts";
import { countyForm } from "../form/county/county-form.ts";
import { villageReport } from "./village-report.ts";

const form = countyForm;
const shared = { village: "339901100001", form, rules, day };

describe("the check of a village", () => {
  it("says how many households stand how, and what was found in which", () => {
    const files = [fileOf(), fileOf({ household: "H2", p: { identityNumber: "339901195001010013" } })].map((file) => ({
      file,
      faults: checkFile(form, file, { day }),
    }));
    const car = fact("vehicle", { vehicle: "car", state: "valid" }, { about: "339901195001010013" });
    const index = indexHouseholds(files.map(({ file }) => file));
    const report = villageReport({ ...shared, files, facts: indexFacts([car]), index });
    expect(report).toMatchObject({ village: shared.village, day, version: 1, households: 2, people: 4 });
    expect(report.levels).toEqual({ red: ["H1", "H2"], yellow: [], green: [] });
    expect(report.open).toEqual([
      { id: "countedTwice", count: 2, households: ["H1", "H2"] },
      { id: "car", count: 1, households: ["H2"] },
    ]);
    expect(report.faults).toContainEqual({ id: "monitoredCause", count: 2, households: ["H1", "H2"] });
    expect(report.rows.map(({ household, name }) => [household, name])).toEqual([
      ["H1", "甲"],
      ["H2", "甲"],
    ]);
  });

  it("has a number for everything in its rows, and opens the households behind each", () => {
    const made = [...testCounty(500, 3)];
    const files = made.map(({ file }) => ({ file, faults: checkFile(form, file, { day }) }));
    const index = indexHouseholds(files.map(({ file }) => file));
    const report = villageReport({ ...shared, files, facts: indexFacts(made.flatMap(({ facts }) => facts)), index });
    const { red, yellow, green } = report.levels;
    expect([...red, ...yellow, ...green].sort()).toEqual(files.map(({ file }) => file.household).sort());
    const count = (groups: readonly { count: number }[]) => groups.reduce((sum, group) => sum + group.count, 0);
    const rowsOf = (id: string) => report.rows.find(({ household }) => household === id);
    expect(count(report.open)).toBe(report.rows.flatMap(({ verdict }) => verdict.reasons).length);
    expect(count(report.faults)).toBe(report.rows.flatMap(({ faults }) => faults).length);
    expect(count(report.proposals)).toBe(report.rows.flatMap(({ proposals }) => proposals).length);
    for (const { id, households } of report.open) {
      for (const household of households) {
        expect(rowsOf(household)?.verdict.reasons.map(({ rule }) => rule)).toContain(id);
      }
    }
  });
});
