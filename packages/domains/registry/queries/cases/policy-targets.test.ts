import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { draftOf, type PolicyDraft } from "../../content/policy/policy-draft.ts";
import { FileScene } from "../../testing/test-file-tables.ts";
import { people } from "../../testing/test-scene.ts";
import type { PolicyTargets } from "../../views/cases.ts";
import { comparisonTables } from "../comparison/comparison-tables.ts";
import { policyTargets } from "./policy-targets.ts";

const { grid, leader, regulator, bureau } = people;
const village = "339901100001";
let scene: FileScene;

beforeAll(async () => {
  const tables = await FileScene.startTables();
  scene = new FileScene(tables);
  const income = (household: number, incomeWages: number) => {
    const head = { relation: "01", name: `户主 ${household}`, birth: "1980-01-01", medicalInsurance: "resident" };
    const values = { number: `N-${household}`, village, incomeWages, houseGrade: "A", waterSafe: true };
    scene.opens(grid, accountOf(household), { values, people: [head] });
  };
  for (let at = 0; at < 7; at++) income(0x1000 + at * 16, 500_000);
  for (let at = 0; at < 6; at++) income(0x2000 + at * 16, 900_000);
  for (let at = 0; at < 2; at++) income(0x3000 + at * 16, 1_200_000);
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
    const { office, table, households, isCut } = await targets(grid, { incomeLine: 1_000_000 });
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

  it("is of the reader's own office, and of one place where it is asked for", async () => {
    expect((await targets(bureau)).households).toBe(0);
    expect((await targets(leader, {}, { area: "hill" })).households).toBe(15);
    expect((await targets(leader, {}, { area: "lake" })).households).toBe(0);
  });

  it("has small groups hidden outside the office, and no file", async () => {
    const { office, table } = await targets(regulator, { incomeLine: 1_000_000 });
    expect(office).toBeNull();
    const shown = table.flat().filter((count) => count !== null);
    expect(shown.filter((count) => count > 0 && count < 5)).toEqual([]);
    expect(table[1]?.[1]).toBeNull();
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
