import { describe, expect, it } from "vitest";
import { verdictOf } from "../compare/testing/test-scene.ts";
import { countyPolicy } from "./county/county-policy.ts";
import { type FileHistory, incomeFindings } from "./income-findings.ts";
import { judgeExitTarget } from "./judge-exit-target.ts";
import { householdOf, readyPolicy } from "./testing/test-policy.ts";

const person = { birth: "1990-01-01", medicalInsurance: "resident", workAbility: "1" };
const file = householdOf({ incomeWages: 4_000_000, spentMedical: 0, houseGrade: "A", waterSafe: true }, [
  person,
  person,
]);
const change = (on: string, sets: FileHistory["changes"][number]["sets"]) => ({ on, sets });

describe("the incomes that a file has told of", () => {
  it.each<[string, FileHistory["changes"], readonly [string, number][]]>([
    ["it began with", [], [["2025-01-31", 2_000_000]]],
    [
      "were said again",
      [change("2025-06-30", { incomeWages: { from: 3_000_000, to: 4_000_000 } })],
      [
        ["2025-01-31", 1_500_000],
        ["2025-06-30", 2_000_000],
      ],
    ],
    [
      "were not there at first",
      [change("2025-06-30", { incomeWages: { to: 4_000_000 } })],
      [["2025-06-30", 2_000_000]],
    ],
    ["no formula asks about", [change("2025-06-30", { savings: { to: 100 } })], [["2025-01-31", 2_000_000]]],
    [
      "came one after the other",
      [
        change("2025-03-31", { spentMedical: { from: 1_000_000, to: 500_000 } }),
        change("2025-06-30", { address: { to: "岭上" } }),
        change("2025-09-30", { spentMedical: { from: 500_000, to: 0 } }),
      ],
      [
        ["2025-01-31", 1_500_000],
        ["2025-03-31", 1_750_000],
        ["2025-09-30", 2_000_000],
      ],
    ],
  ])("where amounts %s", (_, changes, findings) => {
    expect(
      incomeFindings(countyPolicy, { file, openedOn: "2025-01-31", changes }).map(({ on, perPersonFen }) => [
        on,
        perPersonFen,
      ]),
    ).toEqual(findings);
  });
});

describe("who could leave by two policies", () => {
  const a = readyPolicy();
  const b = readyPolicy({ version: 2, incomeLine: 1_600_000 });
  const leaving = {
    file,
    verdict: verdictOf({}),
    day: "2025-12-31",
    openedOn: "2025-01-31",
    monitoredOn: "2025-01-31",
  };
  const low = change("2025-09-30", { incomeWages: { from: 3_000_000, to: 4_000_000 } });
  const same = change("2025-12-31", { incomeBusiness: { to: 0 } });

  it("is judged by the line of each, over what the file has told since it began", () => {
    const target = judgeExitTarget("one", { ...leaving, changes: [low, same] }, { a, b });
    expect(target).toMatchObject({
      household: "one",
      a: "holds",
      b: "fails",
      keptOutOfA: [],
      keptOutOfB: ["steadyIncome"],
    });
    expect(target.yardsticks.line).toBe(false);
  });

  it("is not known where nobody says since when the household is monitored", () => {
    const { monitoredOn: _, ...rest } = leaving;
    expect(judgeExitTarget("one", { ...rest, changes: [low, same] }, { a, b: a })).toMatchObject({ a: "unknown" });
  });
});
