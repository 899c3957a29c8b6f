import { describe, expect, it } from "vitest";
import { fact, verdictOf } from "../compare/testing/test-scene.ts";
import { judgeEntry } from "./judge-entry.ts";
import { householdOf, outcomesOf, readyPolicy } from "./testing/test-policy.ts";

const day = "2026-10-31";
const policy = readyPolicy();
const verdict = verdictOf({});

describe("entry by a policy", () => {
  it("takes in whoever is below the line, by a fen, and nobody at the line", () => {
    const outcomeAt = (incomeWages: number) =>
      judgeEntry(policy, { file: householdOf({ incomeWages }), verdict, day }).outcome;
    expect([outcomeAt(1_999_999), outcomeAt(2_000_000)]).toEqual(["holds", "fails"]);
  });

  it("shows the line of figures, and each condition with its values", () => {
    const judged = judgeEntry(policy, { file: householdOf({ incomeWages: 1_000_000 }), verdict, day });
    expect(judged).toMatchObject({
      version: 1,
      day,
      outcome: "holds",
      income: { perPersonFen: 370_000, leftOut: [] },
      formula: { zh: "（10,000.00 − 看病 2,600.00）÷ 2 人 ＝ 3,700.00 元" },
    });
    expect(judged.conditions[0]).toMatchObject({
      id: "income",
      outcome: "holds",
      named: { perPerson: 370_000, line: 870_000 },
      words: { zh: "人均年收入 3,700.00 元，监测线 8,700.00 元" },
    });
  });

  it("keeps out whom a red reason is open against, until it is settled", () => {
    const car = fact("vehicle", { vehicle: "car", state: "valid" });
    const red = verdictOf({ facts: [car] });
    const settled = red.reasons.map(({ rule, digest, person }) => {
      return {
        rule,
        digest,
        person: person?.identityNumber,
        kind: "checked" as const,
        by: "grid worker",
        on: day,
        words: "看过",
      };
    });
    const file = householdOf({ incomeWages: 1 });
    expect(outcomesOf(judgeEntry(policy, { file, verdict: red, day }))).toMatchObject({ nothingRed: "fails" });
    expect(judgeEntry(policy, { file, verdict: verdictOf({ facts: [car], settled }), day }).outcome).toBe("holds");
  });

  it.each([
    ["no income is filled in", householdOf({ incomeWages: "" }), "income"],
    ["an amount is below zero", householdOf({ spentMedical: -1 }), "income"],
    ["nobody lives there", householdOf({}, []), "income"],
  ])("does not know where %s", (_, file, id) => {
    const judged = judgeEntry(policy, { file, verdict, day });
    expect([judged.outcome, outcomesOf(judged)[id], judged.income]).toEqual(["unknown", "unknown", undefined]);
    expect(judged.conditions[0]?.fault).toMatchObject({ fault: "MISSING" });
  });

  it("does not know what nobody has compared, and fails all the same where something else does", () => {
    expect(judgeEntry(policy, { file: householdOf({ incomeWages: 1 }), day }).outcome).toBe("unknown");
    expect(judgeEntry(policy, { file: householdOf(), day }).outcome).toBe("fails");
  });
});
