import { accountOf, dayMs } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { FileScene } from "../testing/test-file-tables.ts";
import { people, testStatement } from "../testing/test-scene.ts";
import type { householdView } from "../views/household.ts";
import type { householdsView } from "../views/households.ts";
import { access } from "./access.ts";
import { alike } from "./alike.ts";
import { history } from "./history.ts";
import { household } from "./household.ts";
import { households } from "./households.ts";
import { own } from "./own.ts";
import { places } from "./places.ts";
import { readings } from "./readings.ts";

type List = z.infer<typeof householdsView.result>;
type File = z.infer<typeof householdView.result>;

const { grid, grid2, clerk, leader, bureau, citizen, stranger, regulator, operator } = people;
const [he, lu, other] = [accountOf(0x100), accountOf(0x200), accountOf(0x300)];
const head = { relation: "01" };
const heAnd = [
  { ...head, name: "何树生", identityNumber: "339900195903120437", birth: "1959-03-12", sex: "1" },
  { relation: "10", name: "卢桂枝", identityNumber: "339900196207150624", birth: "1962-07-15", sex: "2" },
];
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  scene = new FileScene(tables);
  scene.opens(grid, he, {
    values: { number: "YL-03-0127", address: "云岭村 3 组 18 号", monitored: "3", cause: "01", incomeWages: 2_860_000 },
    people: heAnd,
  });
  scene.opens(grid, lu, { area: "lake", values: { number: "YL-01-0001" }, people: [{ ...head, name: "𠮷大山" }] });
});

const numbers = ({ rows }: List) => rows.map(({ number }) => number);

describe("the list of household files", () => {
  const list = async (params: object, who = grid) => {
    await scene.project();
    return (await scene.ask(households, { ...params }, who)) as List;
  };

  it("shows by number those that the reader's organisation keeps in their areas, with counts", async () => {
    const all = await list({});
    expect(numbers(all)).toEqual(["YL-01-0001", "YL-03-0127"]);
    expect(all).toMatchObject({ households: 2, people: 3, next: null });
    expect(all.rows[1]).toMatchObject({ head: "何树生", people: 2, monitored: "3", cause: "01", area: { zh: "山" } });
    expect(numbers(await list({}, regulator))).toHaveLength(2);
    expect(numbers(await list({}, bureau))).toEqual([]);
  });

  it.each([
    ["a number", "YL-03", ["YL-03-0127"]],
    ["a name", "桂枝", ["YL-03-0127"]],
    ["a rare sign", "𠮷大", ["YL-01-0001"]],
    ["a single sign", "山", ["YL-01-0001"]],
    ["an address", "3 组18", ["YL-03-0127"]],
    ["a whole identity number", "339900196207150624", ["YL-03-0127"]],
    ["its last four digits", "0437", ["YL-03-0127"]],
    ["nothing that is there", "王", []],
    ["signs of two names together", "生卢", []],
  ])("finds %s", async (_, text, found) => {
    const answer = await list({ text });
    expect([numbers(answer), answer.households]).toEqual([found, found.length]);
  });

  it("goes on where a page ended, and filters what it counts", async () => {
    const first = await list({ limit: 1 });
    expect(numbers(first)).toEqual(["YL-01-0001"]);
    expect(numbers(await list({ limit: 1, cursor: first.next }))).toEqual(["YL-03-0127"]);
    expect(await list({ monitored: "3" })).toMatchObject({ households: 1, people: 2 });
    expect(await list({ area: "lake", cause: "01" })).toMatchObject({ households: 0, rows: [] });
    expect(await list({ ended: "true" })).toMatchObject({ households: 0 });
  });

  it("follows moves, ends and the responsible person", async () => {
    scene.does(leader, "assignResponsible", { account: bureau.account, households: [he] });
    scene.does(grid, "movePeople", { from: he, to: lu, people: [accountOf(0x102)] });
    const all = await list({});
    expect(all.rows.map(({ people: count }) => count)).toEqual([2, 1]);
    expect(numbers(await list({ mine: "true" }, bureau))).toEqual(["YL-03-0127"]);
    scene.does(grid, "mergeHouseholds", { from: lu, to: he });
    expect(await list({})).toMatchObject({ households: 1, people: 3 });
    expect(await list({ ended: "true" })).toMatchObject({ households: 1, people: 0 });
    expect((await scene.ask(places, {}, grid)) as object).toMatchObject({
      rows: [{ area: { id: "hill" }, households: 1, people: 3, monitored: 1, open: 0 }],
    });
  });
});

describe("a household's file", () => {
  it("is shown to who has said what for, and to nobody else", async () => {
    await scene.project();
    await expect(scene.ask(household, { household: he }, grid)).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
    const file = (await scene.looks(grid, household, he)) as File;
    expect(file).toMatchObject({
      head: "何树生",
      purpose: "visit",
      values: { incomeWages: 2_860_000 },
      openFields: [],
    });
    expect(file.residents.map(({ values }) => values.name)).toEqual(["何树生", "卢桂枝"]);
    await expect(scene.ask(household, { household: he }, clerk)).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
    expect(await scene.ask(readings, { household: he }, grid)).toMatchObject({
      total: 1,
      rows: [{ by: { account: grid.account, name: "grid" }, purpose: "visit", organisation: { id: "street" } }],
    });
  });

  it("shows an organisation the classes that were granted, for their purpose, as long as they are", async () => {
    const classes = ["name", "money"];
    const untilMs = scene.scene.timeMs + dayMs;
    const given = { household: he, organisation: "bureau" };
    scene.does(bureau, "requestAccess", { household: he, purpose: "review", classes, untilMs });
    scene.does(grid, "grantAccess", { ...given, witness: leader.account });
    const file = (await scene.looks(bureau, household, he, "review")) as File;
    expect(file.values).toEqual({ number: "YL-03-0127", monitored: "3", incomeWages: 2_860_000 });
    expect(file.cause).toBe("");
    expect(file.residents[0]?.values).toEqual({ relation: "01", name: "何树生", birth: "1959-03-12", sex: "1" });
    expect(await scene.ask(access, { household: he }, bureau)).toMatchObject({
      rows: [{ purpose: "review", classes, givenBy: { name: "grid" }, witness: { name: "leader" } }],
    });
    scene.does(grid, "revokeAccess", given);
    await scene.project();
    await expect(scene.ask(household, { household: he }, bureau)).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
  });

  it("tells what was said by whom where two wrote at once, until a person decides", async () => {
    scene.changes(grid, he, 1, { sets: { incomeWages: { from: 2_860_000, to: 3_000_000 } } });
    scene.changes(clerk, he, 1, { sets: { incomeWages: { from: 2_860_000, to: 1 }, water: { to: "well" } } });
    const file = (await scene.looks(grid, household, he)) as File;
    expect(file).toMatchObject({ open: 1, values: { incomeWages: 3_000_000, water: "well" } });
    expect(file.openFields).toMatchObject([
      {
        field: "incomeWages",
        now: { value: 3_000_000, by: { name: "grid" } },
        others: [{ value: 1, by: { name: "clerk" } }],
      },
    ]);
    scene.changes(grid2, he, 3, { sets: { incomeWages: { to: 1 } }, decides: ["incomeWages"], reason: "decision" });
    expect(await scene.looks(grid2, household, he)).toMatchObject({
      open: 0,
      values: { incomeWages: 1 },
      openFields: [],
    });
  });

  it("has a time line of changes and happenings, the newest first", async () => {
    scene.changes(grid, accountOf(0x102), 1, {
      sets: { whereabouts: { to: "县城务工" } },
      words: "电话里说的",
      device: "phone",
    });
    scene.does(grid, "addPeople", {
      household: he,
      because: "birth",
      people: [
        {
          subject: accountOf(0x109),
          content: scene.keep(grid, accountOf(0x109), { sets: { name: { to: "何小满" } } }),
        },
      ],
    });
    await scene.looks(grid, household, he);
    expect(await scene.ask(history, { household: he }, grid)).toMatchObject({
      total: 3,
      rows: [
        { kind: "peopleAdded", data: { because: "birth", people: [accountOf(0x109)] } },
        {
          kind: "part",
          subjectName: "卢桂枝",
          words: "电话里说的",
          device: "phone",
          sets: { whereabouts: { to: "县城务工" } },
        },
        { kind: "opened", by: { name: "grid" } },
      ],
    });
    expect(await scene.ask(history, { household: he, limit: 1 }, grid)).toMatchObject({ more: true });
  });

  it("is the people's own by their own key", async () => {
    const bound = { person: accountOf(0x102), account: citizen.account, witness: leader.account };
    scene.does(grid, "bindAccount", bound);
    expect(await scene.looks(citizen, household, he, "own")).toMatchObject({ purpose: "own", head: "何树生" });
    expect(await scene.ask(own, {}, citizen)).toMatchObject({ household: he, person: accountOf(0x102) });
    expect(await scene.ask(own, {}, stranger)).toMatchObject({ household: null });
  });

  it("leaves nothing in the tables once it is erased", async () => {
    const erasure = accountOf(0x77);
    const wife = accountOf(0x102);
    const basis = { whereabouts: { kind: "document", words: "劳动合同" } } as const;
    scene.changes(grid, wife, 1, { sets: { whereabouts: { to: "县城务工" } }, words: "电话里说的", basis });
    scene.does(grid, "requestErasure", { erasure, ground: "ownWish", subjects: [wife] });
    scene.does(leader, "decideErasure", { erasure, approve: true });
    scene.does(operator, "acknowledgeErasure", { erasure, statement: testStatement(erasure, "street", [wife]) });
    await scene.project();
    for (const table of ["household", "person", "part", "happening"])
      expect(JSON.stringify(await tables.query(`select * from registry.${table}`))).not.toMatch(
        /卢桂枝|0624|1962-07-15|县城务工|电话里说的|劳动合同/,
      );
    expect(await tables.query("select name from mingbai.forgotten")).toEqual([]);
    expect(await tables.filesWith("卢桂枝")).toEqual([]);
    expect(await tables.filesWith("何树生")).not.toEqual([]);
    expect(await scene.ask(alike, { name: "何树生", birth: "1959-03-12" }, grid)).toMatchObject({
      rows: [{ name: "何树生", identity: "3399**********0437", same: "nameAndBirth" }],
    });
  });
});

describe("files whose parts come later", () => {
  it("are filled in as if they had been there before", async () => {
    scene.changes(grid, he, 1, { sets: { water: { to: "well" } } });
    const whole = (await scene.looks(grid, household, he)) as File;
    await scene.projectLate([he, accountOf(0x101)]);
    expect(await scene.ask(household, { household: he }, grid)).toEqual(whole);
  });

  it("stay empty where another household's number is all that is known", async () => {
    scene.opens(grid, other, { values: { number: "YL-09-0009" }, people: [{ name: "方有田" }] });
    scene.lose(other);
    expect(await scene.looks(grid, household, other)).toMatchObject({ number: "", head: "方有田", values: {} });
  });
});
