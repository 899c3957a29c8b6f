import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { countyForm } from "../content/form/county/county-form.ts";
import { solarField, withField, withNewField } from "../content/form/testing/change-form.ts";
import { FileScene } from "../testing/test-file-tables.ts";
import { people } from "../testing/test-scene.ts";
import type { historyView } from "../views/history.ts";
import type { householdView } from "../views/household.ts";
import { form } from "./form.ts";
import { forms } from "./forms.ts";
import { history } from "./history.ts";
import { household } from "./household.ts";

const { grid } = people;
const nobody: Person = { account: "", organisation: "", roles: [] };
const he = accountOf(0x100);
const second = withNewField(countyForm, solarField);
const third = withField(second, solarField.id, (field) => ({ ...field, retired: true }));
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

describe("the form of household files", () => {
  it("is the program's until members vote another, and each version is found again", async () => {
    await scene.project();
    expect(await scene.ask(form, {}, nobody)).toMatchObject({ form: countyForm });
    scene.votes(second);
    await scene.project();
    expect(await scene.ask(form, {}, nobody)).toMatchObject({ form: second });
    expect(await scene.ask(form, { version: 1 }, nobody)).toMatchObject({ form: countyForm });
    expect(await scene.ask(forms, {}, nobody)).toMatchObject({ rows: [{ version: 2 }, { version: 1, sinceMs: null }] });
    await expect(scene.ask(form, { version: 9 }, nobody)).rejects.toThrow("no such version");
  });

  it("opens a field that the county added, also after it was retired, with the form it was filled in by", async () => {
    scene.votes(second);
    scene.changes(grid, he, 1, { form: 2, sets: { [solarField.id]: { to: 35 } } });
    scene.votes(third);
    const file = (await scene.looks(grid, household, he)) as z.infer<typeof householdView.result>;
    expect(file.values[solarField.id]).toBe(35);
    const { rows } = (await scene.looks(grid, history, he)) as z.infer<typeof historyView.result>;
    expect(rows[0]).toMatchObject({ form: 2, sets: { [solarField.id]: { to: 35 } } });
  });
});
