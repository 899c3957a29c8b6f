import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FileScene } from "../testing/test-file-tables.ts";
import { people } from "../testing/test-scene.ts";
import { visits } from "./visits.ts";

const { grid, clerk, leader } = people;
const he = accountOf(0x100);
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  scene = new FileScene(tables);
  scene.opens(grid, he, { values: { number: "YL-03-0127" }, people: [{ relation: "01", name: "何树生" }] });
});

describe("visits to a household", () => {
  it("are one for each act, with what was written and changed, and no other changes", async () => {
    const [son] = [accountOf(0x101)];
    const content = scene.keep(grid, he, { words: "问了医保", sets: { houseFloors: { to: 2 } } });
    const ofSon = scene.keep(grid, son, { sets: { whereabouts: { to: "减班" } } });
    scene.does(grid, "recordChanges", {
      changes: [
        { subject: he, base: 1, content },
        { subject: son, base: 1, content: ofSon },
      ],
    });
    scene.changes(clerk, he, 2, { reason: "correction", words: "笔误", sets: { houseFloors: { from: 2, to: 3 } } });
    scene.changes(clerk, he, 3, { words: "都和记录一致", sets: {} });
    scene.does(leader, "assignResponsible", { account: grid.account, households: [he] });
    expect(await scene.looks(grid, visits, he)).toMatchObject({
      rows: [
        { words: "都和记录一致", changed: 0, by: { account: clerk.account } },
        { words: "问了医保", changed: 2, by: { account: grid.account } },
      ],
      total: 2,
      lately: 2,
      byResponsible: 1,
    });
  });
});
