import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Values } from "../../content/file/value.ts";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { draftOf, type PolicyDraft } from "../../content/policy/policy-draft.ts";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people, startMs } from "../../testing/test-scene.ts";
import type { PolicyTargets } from "../../views/cases.ts";
import { comparisonTables } from "../comparison/comparison-tables.ts";
import { policyTargets } from "./policy-targets.ts";

const { grid, leader, regulator, bureau } = people;
const dayMs = 86_400_000;
const village = "339901100001";
let scene: FileScene;

beforeAll(async () => {
  const tables = await FileScene.startTables();
  scene = new FileScene(tables);
  const income = (household: number, incomeWages: number, since: Values = {}) => {
    const able = { birth: "1980-01-01", medicalInsurance: "resident", workAbility: "1" };
    const head = { relation: "01", name: `户主 ${household}`, ...able };
    const values = { number: `N-${household}`, village, incomeWages, houseGrade: "A", waterSafe: true, ...since };
    scene.opens(grid, accountOf(household), { values, people: [head] });
  };
  for (let at = 0; at < 7; at++) income(0x1000 + at * 16, 500_000);
  const day = (daysAgo: number) => new Date(startMs - daysAgo * dayMs).toISOString().slice(0, "YYYY-MM-DD".length);
  const monitored = (daysAgo: number) => ({ monitored: "1", monitoredOn: day(daysAgo) });
  for (let at = 0; at < 6; at++) income(0x2000 + at * 16, 900_000, at === 0 ? monitored(-100) : {});
  for (let at = 0; at < 2; at++) income(0x3000 + at * 16, 1_200_000, monitored(400));
  scene.scene.timeMs += 215 * dayMs;
  scene.changes(grid, accountOf(0x3000), 1, { sets: { incomeWages: { from: 1_200_000, to: 1_300_000 } } });
  for (const statement of comparisonTables) await tables.query(statement);
  await scene.project();
  await tables.query(`insert into comparison.verdict select household, 'run', '2090-11-20', 1, 0, 2, '{}', '[]', '[]', '[]', '{}', '{}', 1, null, null
    from registry.household`);
}, 60_000);
afterAll(() => scene.tables.stop());

async function targets(who: Person, draft: Partial<PolicyDraft> = {}, more: object = {}): Promise<PolicyTargets> {
  const text = JSON.stringify({ ...draftOf(countyPolicy), ...draft });
  return (await scene.ask(policyTargets, { draft: text, ...more }, who)) as PolicyTargets;
}

describe("whom a policy would include", () => {
  it("is counted beside the one in force, with the files behind each number", async () => {
    const { entries, isCut } = await targets(grid, { incomeLine: 1_000_000 });
    const { office, table, households } = entries;
    expect([households, isCut]).toEqual([15, false]);
    expect(table).toEqual([
      [7, 0, 0, 7],
      [6, 2, 0, 8],
      [0, 0, 0, 0],
      [13, 2, 0, 15],
    ]);
    expect(office?.gained.files.map(({ number, head }) => [number, head])[0]).toEqual(["N-8192", "户主 8192"]);
    expect(office).toMatchObject({
      gained: { count: 6 },
      lost: { count: 0 },
      neither: { count: 2 },
      b: { keptOutBy: [{ id: "income", count: 2 }] },
    });
    const [line, lacks] = office?.yardsticks ?? [];
    expect(line).toMatchObject({
      id: "line",
      included: { count: 13 },
      a: { missed: { count: 6 } },
      b: { missed: { count: 0 } },
    });
    expect(lacks).toMatchObject({ id: "lacks", included: { count: 0 }, b: { beyond: { count: 13 } } });
  });

  it("is counted for exits among the monitored: by how long, and by what their files have told", async () => {
    const { exits } = await targets(grid, { exit: { ...draftOf(countyPolicy).exit, incomeMonths: 0 } });
    expect(exits.households).toBe(3);
    // 0x3000 was asked about again after seven months, 0x3010 never, and 0x2000 is not monitored for long enough.
    expect(exits.office).toMatchObject({
      a: { included: { count: 1, files: [{ number: "N-12288" }] } },
      b: { included: { count: 2 } },
      gained: { count: 1, files: [{ number: "N-12304" }] },
      lost: { count: 0 },
      neither: { count: 1, files: [{ number: "N-8192" }] },
    });
    expect(exits.office?.b.keptOutBy).toMatchObject([{ id: "observed", count: 1 }]);
    expect(exits.office?.a.keptOutBy.map(({ id }) => id)).toContain("steadyIncome");
  });

  it("is of the reader's own office, and of one place where it is asked for", async () => {
    expect((await targets(bureau)).entries.households).toBe(0);
    expect((await targets(leader, {}, { area: "hill" })).entries.households).toBe(15);
    expect((await targets(leader, {}, { area: "lake" })).entries.households).toBe(0);
  });

  it("has small groups hidden outside the office, and no file", async () => {
    const { entries, exits } = await targets(regulator, { incomeLine: 1_000_000 });
    for (const { office, table } of [entries, exits]) {
      expect(office).toBeNull();
      const shown = table.flat().filter((count) => count !== null);
      expect(shown.filter((count) => count > 0 && count < 5)).toEqual([]);
    }
    expect(entries.table[1]?.[1]).toBeNull();
    expect(exits.table.flat()).toContain(null);
  });

  it.each([
    ["what is no JSON", "{"],
    ["what lacks a part", "{}"],
    [
      "a condition that cannot be judged",
      JSON.stringify({ ...draftOf(countyPolicy), conditions: [{ id: "x", when: "h.no > 1" }] }),
    ],
  ])("refuses %s", async (_, draft) => {
    await expect(scene.ask(policyTargets, { draft }, grid)).rejects.toMatchObject({ code: "DRAFT_FAULT" });
  });
});
