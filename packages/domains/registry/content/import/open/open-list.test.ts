import { textWorkbook } from "@mingbai/tabular/workbook/test-archive";
import { WorkbookError } from "@mingbai/tabular/workbook/workbook-error";
import { describe, expect, it } from "vitest";
import { countyForm } from "../../form/county/county-form.ts";
import { villages } from "../testing/test-list.ts";
import { openList, SheetsApartError } from "./open-list.ts";

const people = [
  ["户编号", "姓名", "与户主关系", "出生日期"],
  ["T-1", "钟开泰", "户主", "1960-03-02"],
  ["T-1", "钟怀玉", "配偶", "1962-05-20"],
];
const households = [
  ["户编号", "行政村", "家庭住址"],
  ["T-1", "枫桥村", "枫桥村 1 号"],
];
const notes = [["说明"], ["无"]];
const of = { form: countyForm, divisions: villages };

describe("a household list that is opened", () => {
  it("has its two sheets as the mapping has them, in whatever order they were named", async () => {
    const bytes = await textWorkbook({ 成员: people, 户: households, 说明: notes });
    const list = await openList(bytes, { ...of, sheets: ["成员", "户"] });
    expect(list).toMatchObject({ read: ["户", "成员"], sheetNames: ["成员", "户", "说明"] });
    expect(list.guess.mapping).toMatchObject({ key: "number", sheets: [{ rows: "households" }, { rows: "people" }] });
    expect(list.sheets.map(({ rows }) => [...rows].length)).toEqual([1, 2]);
    const turned = await openList(bytes, { ...of, sheets: ["户", "成员"] });
    expect(turned.fingerprint).toBe(list.fingerprint);
  });

  it("is the sheet that is shown first, or text, where none is named", async () => {
    const bytes = await textWorkbook({ 成员: people, 户: households });
    expect(await openList(bytes, of)).toMatchObject({ read: ["成员"] });
    const text = new TextEncoder().encode(people.map((row) => row.join(",")).join("\n"));
    expect(await openList(text, of)).toMatchObject({ read: [""], sheetNames: [] });
  });

  it("is refused where two sheets do not belong together, or there is no such sheet", async () => {
    const bytes = await textWorkbook({ 成员: people, 户: households, 说明: notes });
    await expect(openList(bytes, { ...of, sheets: ["成员", "说明"] })).rejects.toThrow(SheetsApartError);
    await expect(openList(bytes, { ...of, sheets: ["成员", "二户"] })).rejects.toThrow(WorkbookError);
  });
});
