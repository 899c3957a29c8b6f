import { describe, expect, it } from "vitest";
import type { ListedTable } from "../tables/listed-table.ts";
import { writeTable } from "../tables/write-table.ts";
import { checkList } from "./check-list.ts";
import { readList } from "./read-list.ts";
import { readApprovedFile, readListFile } from "./read-list-file.ts";

const people: ListedTable = {
  name: "发放表",
  decimals: 2,
  columns: [
    { head: "编号", kind: "text" },
    { head: "姓名", kind: "text" },
    { head: "账本账号", kind: "text" },
    { head: "金额", kind: "amount" },
    { head: "银行卡号", kind: "text" },
  ],
  rows: [
    ["R-1", "卢桂枝", "0123456789012345", 48_000, "6217000012345678901"],
    ["R-2", "方有田", "1e23456789abcdef", 136_050, ""],
  ],
};
const bytesOf = async (table: ListedTable, format: "csv" | "xlsx"): Promise<Uint8Array> =>
  new Uint8Array(await (await writeTable(table, format)).arrayBuffer());

describe("a pay list from a workbook", () => {
  it("is the list that its CSV is", async () => {
    const csv = readList(await bytesOf(people, "csv"));
    const { read, sheets, sheet } = await readListFile(await bytesOf(people, "xlsx"));
    expect({ sheets, sheet }).toEqual({ sheets: ["发放表"], sheet: "发放表" });
    if ("unreadable" in csv || "unreadable" in read) throw new Error("unreadable");
    expect([...checkList(read.rows).good]).toEqual([...checkList(csv.rows).good]);
    expect(checkList(read.rows).pay).toEqual({ count: 2, amount: 184_050 });
    expect((await readApprovedFile(await bytesOf(people, "xlsx"))).read).toEqual(
      new Map([
        ["0123456789012345", 48_000],
        ["1e23456789abcdef", 136_050],
      ]),
    );
  });

  it("holds a row back whose account lost its last digits as a number", async () => {
    const columns = people.columns.map((column) =>
      column.head === "银行卡号" ? { ...column, kind: "count" as const } : column,
    );
    const rows = [["R-1", "卢桂枝", "0123456789012345", 48_000, 6_217_000_012_345_678]];
    const { read } = await readListFile(await bytesOf({ ...people, columns, rows }, "xlsx"));
    if ("unreadable" in read) throw new Error(read.unreadable);
    expect(checkList(read.rows).bad).toMatchObject([{ field: "bankAccount", code: "DIGITS_LOST" }]);
  });

  it.each([
    ["a torn workbook", "PK\u0003\u0004…", "workbookDamaged"],
    ["a PDF", "%PDF-1.7", "notATable"],
    ["a text without columns", "a,b\n1,2\n", "columnMissing"],
  ])("says why %s is not read", async (_, text, unreadable) => {
    const { read } = await readListFile(new TextEncoder().encode(text));
    expect(read).toMatchObject({ unreadable });
  });
});
