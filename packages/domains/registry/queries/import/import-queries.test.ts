import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FileScene } from "../../testing/test-file-tables.ts";
import { importId, people } from "../../testing/test-scene.ts";
import { alikeListed } from "./alike-listed.ts";
import { files } from "./files.ts";
import { importHouseholds } from "./import-households.ts";
import { imports } from "./imports.ts";
import { known } from "./known.ts";

const { grid, bureau } = people;
const [he, lu, fresh] = [accountOf(0x100), accountOf(0x200), accountOf(0x300)];
const numbers = ["339900195903120437", "339900196207150624"];
const head = { relation: "01", name: "何树生", identityNumber: numbers[0] ?? "", birth: "1959-03-12" };
const wife = { relation: "10", name: "卢桂枝", identityNumber: numbers[1] ?? "", birth: "1962-07-15" };
let scene: FileScene;
let tables: FileScene["tables"];

beforeAll(async () => {
  tables = await FileScene.startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  scene = new FileScene(tables);
  scene.opens(grid, he, { values: { number: "YL-03-0127" }, people: [head, wife] });
  scene.opens(grid, lu, {
    area: "lake",
    values: { number: "YL-01-0001" },
    people: [{ relation: "01", name: "齐大山" }],
  });
});

/** A household opened by the import, with one person. */
function imported(): void {
  const content = scene.keep(grid, fresh, { reason: "import", sets: {} });
  const person = {
    subject: accountOf(0x301),
    content: scene.keep(grid, accountOf(0x301), { sets: { name: { to: "庄禾" } } }),
  };
  scene.does(grid, "openHouseholds", {
    import: importId,
    households: [{ household: fresh, area: "hill", content, people: [person] }],
  });
}

/** The import changes what is said of a subject. */
function changed(subject: string, base: number, sets: object, reason = "import"): void {
  const content = scene.keep(grid, subject, { reason: reason as "import", sets: sets as never });
  scene.does(grid, "recordChanges", { import: importId, changes: [{ subject, base, content }] });
}

describe("who is known", () => {
  it("is told by identity number, without a value, and whether the reader looks after them", async () => {
    await scene.project();
    const identityNumbers = [...numbers, "339900200001010000"];
    const expected = { household: he, keeper: "street", area: "hill", householdVersion: 1, version: 1 };
    expect(await scene.ask(known, { identityNumbers }, grid)).toMatchObject({
      rows: [
        { ...expected, identityNumber: numbers[0], person: accountOf(0x101), isOwn: true },
        { ...expected, identityNumber: numbers[1], person: accountOf(0x102), isOwn: true },
      ],
    });
    expect(await scene.ask(known, { identityNumbers: [numbers[0]] }, bureau)).toMatchObject({
      rows: [{ isOwn: false }],
    });
  });

  it("leaves out who is in no household any more", async () => {
    const content = scene.keep(grid, accountOf(0x102), { reason: "death", sets: {} });
    scene.does(grid, "endPerson", { person: accountOf(0x102), because: "death", base: 1, content });
    await scene.project();
    expect(await scene.ask(known, { identityNumbers: [numbers[1]] }, grid)).toMatchObject({ rows: [] });
  });
});

describe("who may be known", () => {
  it("is told with reasons, for people of the same name and birth", async () => {
    await scene.project();
    const listed = [
      { name: "何树生", birth: "1959-03-12" },
      { name: "何树生", birth: "1960-03-12" },
      { name: "卢桂枝", birth: "1962-07-15", identityNumber: "339900196207150642" },
    ];
    expect(await scene.ask(alikeListed, { people: listed }, grid)).toMatchObject({
      rows: [
        { at: 0, household: he, person: accountOf(0x101), reasons: [{ zh: expect.stringContaining("姓名相同") }, {}] },
        { at: 2, person: accountOf(0x102) },
      ],
    });
  });
});

describe("files asked for together", () => {
  it("are shown only where each was opened by an act", async () => {
    scene.does(grid, "openFiles", { purpose: "entry", households: [he] });
    await scene.project();
    expect(await scene.ask(files, { households: [he] }, grid)).toMatchObject({
      rows: [
        { household: he, version: 1, values: { number: "YL-03-0127" }, people: [{ values: head }, { version: 1 }] },
      ],
    });
    const both = scene.ask(files, { households: [he, lu] }, grid);
    await expect(both).rejects.toMatchObject({ code: "FILE_NOT_OPENED" });
  });
});

describe("an import", () => {
  it("is listed with what it opened and changed, and what may be taken back", async () => {
    imported();
    changed(he, 1, { team: { to: "3 组" } });
    scene.does(grid, "openFiles", { purpose: "entry", households: [he] });
    await scene.project();
    const [asOpened] = [{ opened: 1, people: 1, withdrawn: 0, changedSince: 0, changed: 1 }];
    expect(await scene.ask(imports, {}, grid)).toMatchObject({
      rows: [{ import: importId, by: { name: "grid" }, ...asOpened }],
    });
    expect(await scene.ask(importHouseholds, { import: importId }, grid)).toMatchObject({
      rows: [
        { household: he, state: "changed" },
        { household: fresh, state: "opened" },
      ],
      more: false,
    });
    expect(await scene.ask(files, { households: [he], import: importId }, grid)).toMatchObject({
      rows: [{ changes: [{ subject: he, sets: { team: { to: "3 组" } } }] }],
    });
    expect(await scene.ask(imports, {}, bureau)).toMatchObject({ rows: [] });
  });

  it("leaves what was changed since, and counts what was taken back", async () => {
    imported();
    scene.changes(grid, accountOf(0x301), 1, { sets: { whereabouts: { to: "在家" } } });
    await scene.project();
    expect(await scene.ask(imports, {}, grid)).toMatchObject({ rows: [{ opened: 1, changedSince: 1 }] });
    expect(await scene.ask(importHouseholds, { import: importId }, grid)).toMatchObject({
      rows: [{ household: fresh, state: "changedSince" }],
    });
  });

  it("counts what was taken back", async () => {
    imported();
    scene.does(grid, "withdrawHouseholds", { import: importId, households: [fresh] });
    await scene.project();
    expect(await scene.ask(imports, {}, grid)).toMatchObject({ rows: [{ opened: 1, withdrawn: 1, changedSince: 0 }] });
  });
});
