import { describe, expect, it } from "vitest";
import { textWorkbook } from "../workbook/test-archive.ts";
import { openTableFile } from "./open-table-file.ts";
import { readTableFile } from "./read-table-file.ts";

const people = Array.from({ length: 2_500 }, (_, at) => [`甲${at}`, `${at} 号`]);
const sheets = { 说明: [["无"]], 名册: [["名册"], [""], ["姓名", "住址"], ...people] };

describe("a file opened without its cells in memory", () => {
  it("has the rows of a sheet read whole, each time", async () => {
    const bytes = await textWorkbook(sheets);
    const { table } = await readTableFile(bytes, { sheet: "名册" });
    const open = await openTableFile(bytes, { sheet: "名册" });
    expect(open).toMatchObject({ sheets: ["说明", "名册"], sheet: "名册" });
    expect(open.beginning.header).toEqual(["姓名", "住址"]);
    expect(open.beginning.blankRows).toBe(table.blankRows);
    expect(open.beginning.rows.length).toBeLessThan(table.rows.length);
    expect([...open.rows]).toEqual(table.rows);
    expect([...open.rows]).toEqual(table.rows);
  });

  it("takes text for what it is", async () => {
    const open = await openTableFile(new TextEncoder().encode("姓名,住址\n甲,1 号\n"));
    expect(open).toMatchObject({ sheets: [], sheet: "", beginning: { header: ["姓名", "住址"] } });
    expect([...open.rows].map(({ cells }) => [...cells])).toEqual([["甲", "1 号"]]);
  });
});
