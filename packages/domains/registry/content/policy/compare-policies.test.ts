import { describe, expect, it } from "vitest";
import { verdictOf } from "../compare/testing/test-scene.ts";
import { comparePolicies, type PolicyRow } from "./compare-policies.ts";
import { countyPolicy } from "./county/county-policy.ts";
import { householdOf, readyPolicy } from "./testing/test-policy.ts";

const day = "2026-10-31";
const row = (household: string, h: Parameters<typeof householdOf>[0]): PolicyRow => {
  return { household, file: householdOf(h), verdict: verdictOf({}), day };
};

describe("two policies side by side", () => {
  const [medical] = countyPolicy.formula.deducts;
  if (medical === undefined) throw new Error("the county's formula takes medical bills off");
  const older = readyPolicy();
  const newer = readyPolicy({
    version: 2,
    incomeLine: 950_000,
    formula: {
      adds: countyPolicy.formula.adds,
      deducts: countyPolicy.formula.deducts.filter((one) => one !== medical),
    },
  });
  const rows = [
    row("poor", { incomeWages: 100 }),
    row("ill", { incomeWages: 2_500_000, spentMedical: 2_000_000 }),
    row("between", { incomeWages: 1_800_000, spentMedical: 0 }),
    row("rich", { incomeWages: 9_000_000 }),
    row("blank", { incomeWages: "" }),
  ];

  it("say whom each includes and misses, with the files behind each number", () => {
    expect(comparePolicies(rows, older, newer)).toEqual({
      households: 5,
      a: {
        version: 1,
        included: ["poor", "ill"],
        excluded: ["between", "rich"],
        unknown: ["blank"],
        missed: ["between"],
        keptOutBy: [{ id: "income", count: 2, households: ["between", "rich"] }],
      },
      b: {
        version: 2,
        included: ["poor", "between"],
        excluded: ["ill", "rich"],
        unknown: ["blank"],
        missed: ["ill"],
        keptOutBy: [{ id: "income", count: 2, households: ["ill", "rich"] }],
      },
      both: ["poor"],
      neither: ["rich", "blank"],
    });
  });

  it("put each household on one side of each policy", () => {
    for (const side of [comparePolicies(rows, older, newer).a, comparePolicies(rows, newer, older).a]) {
      const all = [...side.included, ...side.excluded, ...side.unknown];
      expect(all.sort()).toEqual(rows.map(({ household }) => household).sort());
    }
  });
});
