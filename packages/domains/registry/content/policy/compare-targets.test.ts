import { findPlanFault } from "@mingbai/measures/counting/plan";
import { describe, expect, it } from "vitest";
import { verdictOf } from "../compare/testing/test-scene.ts";
import { countyForm } from "../form/county/county-form.ts";
import { findField } from "../form/find-field.ts";
import { deprivationPlan } from "../village/portrait/deprivations.ts";
import { compareTargets, judgeTarget } from "./compare-targets.ts";
import { proxyMeans, seenIds, seenOf } from "./county/proxy-means.ts";
import { householdOf, readyPolicy } from "./testing/test-policy.ts";
import { holdYardsticks } from "./yardsticks.ts";

const day = "2026-10-31";
const a = readyPolicy();
const b = readyPolicy({ version: 2, incomeLine: 1_500_000 });
const old = { birth: "1950-01-01", workAbility: "4", health: "3" };
const able = { birth: "1990-01-01", workAbility: "1", health: "1" };
const house = { houseGrade: "A", houseStructure: "brick", toilet: "flush" };
const target = (household: string, h: Parameters<typeof householdOf>[0], people = [able, able]) =>
  judgeTarget(household, { file: householdOf({ ...house, ...h }, people), verdict: verdictOf({}), day }, { a, b });

describe("two policies beside other ways to say who is poor", () => {
  const found = compareTargets([
    target("poor", { incomeWages: 100_000, houseGrade: "D" }, [old, old]),
    target("near", { incomeWages: 2_600_000 }),
    target("ill", { incomeWages: 9_000_000, houseGrade: "C", houseStructure: "earth" }, [old, old]),
    target("rich", { incomeWages: 9_000_000 }),
    target("blank", { incomeWages: "" }),
  ]);

  it("say whom the new one takes in and whom it lets go, with the files", () => {
    expect(found).toMatchObject({ households: 5, gained: ["near"], lost: [] });
    expect(found.a.included).toEqual(["poor"]);
    expect(found.b).toMatchObject({ included: ["poor", "near"], excluded: ["ill", "rich"], unknown: ["blank"] });
    expect(found.b.keptOutBy).toEqual([{ id: "income", count: 2, households: ["ill", "rich"] }]);
  });

  it("say whom each yardstick includes, and whom a policy misses or includes beyond it", () => {
    const [line, lacks, score] = found.yardsticks;
    expect(line).toMatchObject({ id: "line", included: ["poor", "near"], unknown: 1, b: { missed: [], beyond: [] } });
    expect(line?.a.missed).toEqual(["near"]);
    expect(lacks).toMatchObject({ id: "lacks", included: ["poor", "ill"], b: { missed: ["ill"] } });
    expect(score).toMatchObject({ id: "score", included: ["poor", "ill"], b: { missed: ["ill"], beyond: ["near"] } });
  });
});

describe("the yardsticks", () => {
  it("know nothing of a file that says nothing, and need one thing that is lacking", () => {
    const bare = { values: {}, people: [{ values: {} }] };
    expect(holdYardsticks(a.policy, bare, day)).toEqual({ line: undefined, lacks: undefined, score: undefined });
    const weak = { ...bare, values: { houseGrade: "D" } };
    expect(holdYardsticks(a.policy, weak, day).lacks).toBe(true);
  });

  it("are published whole: weights that add up, a point for each thing seen, over fields that the form has", () => {
    expect(findPlanFault(deprivationPlan)).toBeUndefined();
    expect(proxyMeans.terms.map(({ indicator }) => indicator)).toEqual([...seenIds]);
    for (const field of ["houseGrade", "houseStructure", "toilet"])
      expect(findField(countyForm, "household", field), field).toBeDefined();
    for (const field of ["birth", "workAbility", "health"])
      expect(findField(countyForm, "person", field), field).toBeDefined();
  });

  it("count people, not answers", () => {
    const file = householdOf(house, [old, able, {}]);
    expect(seenOf(file, day)).toMatchObject({ dependants: 1, workers: 1, ill: 1, weakHouse: 0 });
  });
});
