import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { FileScene } from "../testing/test-file-tables.ts";
import { people, testStatement } from "../testing/test-scene.ts";
import type { erasuresView } from "../views/erasures.ts";
import { erasures } from "./erasures.ts";

type Answer = z.infer<typeof erasuresView.result>;

const { grid, leader, bureau, citizen, stranger, regulator, operator, operator2, lonely } = people;
const he = accountOf(0x100);
const [head, wife] = [accountOf(0x101), accountOf(0x102)];
const erasure = accountOf(0x77);
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  const residents = [
    { relation: "01", name: "何树生" },
    { relation: "10", name: "卢桂枝" },
  ];
  scene.opens(grid, he, { values: { number: "YL-03-0127" }, people: residents });
  scene.does(grid, "bindAccount", { person: head, account: citizen.account, witness: leader.account });
  scene.does(citizen, "requestErasure", { erasure, ground: "ownWish", subjects: [wife] });
});

async function ask(who = grid, params: Record<string, unknown> = {}): Promise<Answer> {
  await scene.project();
  return (await scene.ask(erasures, params, who)) as Answer;
}

const acknowledge = (who: typeof operator) =>
  scene.does(who, "acknowledgeErasure", { erasure, statement: testStatement(erasure, who.organisation, [wife]) });

describe("erasures", () => {
  it("are seen by who keeps the file, by its people and by who supervises, and by nobody else", async () => {
    for (const who of [grid, leader, citizen, regulator]) {
      const { rows, counts } = await ask(who);
      expect(rows[0]).toMatchObject({ erasure, state: "open", ground: "ownWish", decided: null, vaults: [] });
      expect(rows[0]?.subjects).toEqual([
        { subject: wife, kind: "person", household: he, number: "YL-03-0127", name: "卢桂枝" },
      ]);
      expect(counts).toEqual({ open: 1, declined: 0, owed: 0, complete: 0 });
    }
    for (const who of [bureau, stranger, operator]) expect((await ask(who)).rows).toEqual([]);
  });

  it("are decided by who may, and not by who asked", async () => {
    const may = async (who: typeof grid) => (await ask(who)).rows[0]?.mayDecide;
    expect([await may(leader), await may(grid), await may(citizen), await may(regulator)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    scene.does(leader, "decideErasure", { erasure, approve: false });
    expect((await ask(leader)).rows[0]).toMatchObject({ state: "declined", mayDecide: false, vaults: [] });
  });

  it("say which vaults have erased and which still owe it, to who runs one without names", async () => {
    scene.does(leader, "decideErasure", { erasure, approve: true });
    acknowledge(operator);
    const [row] = (await ask(grid)).rows;
    expect(row).toMatchObject({ state: "owed", completedMs: null, subjects: [{ name: "" }] });
    expect(row?.decided?.by.account).toBe(leader.account);
    expect(row?.vaults.map(({ organisation, said }) => [organisation.id, said?.statement])).toEqual([
      ["inspection", undefined],
      ["street", testStatement(erasure, "street", [wife])],
    ]);
    const [owed] = (await ask(operator2)).rows;
    expect(owed?.subjects).toEqual([{ subject: wife, kind: "person", household: he, number: "", name: "" }]);
    expect((await ask(lonely)).rows).toEqual([]);
    acknowledge(operator2);
    const complete = await ask(citizen, { state: "complete" });
    expect(complete.rows[0]?.completedMs).toBeGreaterThan(0);
    expect(complete.counts).toMatchObject({ owed: 0, complete: 1 });
  });

  it("come page by page, the newest first", async () => {
    const later = accountOf(0x78);
    scene.does(grid, "requestErasure", { erasure: later, ground: "termOver", subjects: [he] });
    const first = await ask(grid, { limit: 1 });
    const second = await ask(grid, { limit: 1, cursor: first.next ?? "" });
    expect([first.rows, second.rows].flatMap((rows) => rows.map((row) => row.erasure)).sort()).toEqual([
      erasure,
      later,
    ]);
    expect(second.next).toBeNull();
  });
});
