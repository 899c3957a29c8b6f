import { describe, expect, it } from "vitest";
import { verdictOf } from "../compare/testing/test-scene.ts";
import { type ExitCase, judgeExit } from "./judge-exit.ts";
import { steadyMonths } from "./steady-months.ts";
import { householdOf, outcomesOf, readyPolicy } from "./testing/test-policy.ts";

const day = "2026-10-31";
const line = 870_000;
const finding = (on: string, perPersonFen = line) => ({ on, perPersonFen });

describe("how long income is steady", () => {
  it.each([
    ["nothing was counted", [], undefined],
    ["all that was counted is still to come", [finding("2026-11-01")], undefined],
    ["it was counted once", [finding("2026-10-31")], 0],
    ["it was at the line each time", [finding("2026-10-15"), finding("2026-04-15")], 6],
    ["a day is missing", [finding("2026-04-16"), finding("2026-10-15")], 5],
    [
      "it was below between",
      [finding("2025-10-31"), finding("2026-05-31", line - 1), finding("2026-07-31"), finding("2026-10-31")],
      3,
    ],
    ["it is below now", [finding("2025-10-31"), finding("2026-10-31", line - 1)], 0],
    ["two of a day differ", [finding("2025-10-31"), finding("2026-10-31"), finding("2026-10-31", line - 1)], 0],
  ])("where %s", (_, findings, months) => {
    expect(steadyMonths(findings, line, day)).toBe(months);
    expect(steadyMonths(findings.toReversed(), line, day)).toBe(months);
  });
});

describe("exit by a policy", () => {
  const policy = readyPolicy();
  const person = { birth: "1990-01-01", medicalInsurance: "resident", workAbility: "1" };
  const safe = { houseGrade: "B", waterSafe: true };
  const ready: ExitCase = {
    file: householdOf(safe, [person, { ...person, birth: "2016-01-01", workAbility: "4", atSchool: "primary" }]),
    verdict: verdictOf({}),
    day,
    findings: [finding("2026-04-30"), finding("2026-10-31")],
    monitoredOn: "2026-04-30",
  };

  it("lets go who has all that is asked, and says what each came to", () => {
    const judged = judgeExit(policy, ready);
    expect(judged.conditions.filter(({ outcome }) => outcome !== "holds")).toEqual([]);
    expect(judged.outcome).toBe("holds");
    expect(judged.conditions[0]).toMatchObject({ named: { months: 6, needed: 6 } });
  });

  it.each<[string, string, Partial<ExitCase>]>([
    ["steadyIncome", "fails", { findings: [finding("2026-05-01"), finding("2026-10-31")] }],
    ["steadyIncome", "unknown", { findings: [] }],
    ["observed", "fails", { monitoredOn: "2026-05-01" }],
    ["safeHouse", "fails", { file: householdOf({ ...safe, houseGrade: "C" }, [person]) }],
    ["safeHouse", "unknown", { file: householdOf({ waterSafe: true }, [person]) }],
    ["safeWater", "fails", { file: householdOf({ ...safe, waterSafe: false }, [person]) }],
    ["insured", "fails", { file: householdOf(safe, [person, { ...person, medicalInsurance: "none" }]) }],
    ["insured", "unknown", { file: householdOf(safe, [person, { birth: "1990-01-01" }]) }],
    ["atSchool", "fails", { file: householdOf(safe, [person, { ...person, birth: "2016-01-01", atSchool: "no" }]) }],
    ["atSchool", "unknown", { file: householdOf(safe, [person, { ...person, birth: "2016-01-01" }]) }],
    ["canWork", "fails", { file: householdOf(safe, [{ ...person, workAbility: "4" }]) }],
  ])("says of %s that it %s", (id, outcome, change) => {
    const judged = judgeExit(policy, { ...ready, ...change });
    expect([outcomesOf(judged)[id], judged.outcome]).toEqual([outcome, outcome]);
  });

  it("does not know for how long where nobody says since when", () => {
    const { monitoredOn: _, ...rest } = ready;
    expect(outcomesOf(judgeExit(policy, rest))).toMatchObject({ observed: "unknown" });
  });

  it("asks for the months that the policy names", () => {
    const longer = readyPolicy({ exit: { ...policy.policy.exit, incomeMonths: 7, observationMonths: 6 } });
    expect(outcomesOf(judgeExit(longer, ready))).toMatchObject({ steadyIncome: "fails", observed: "holds" });
  });
});
