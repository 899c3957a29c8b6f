import type { ListedFormat, ListedTable } from "@mingbai/sdk/tables/listed-table";
import { writeTable } from "@mingbai/sdk/tables/write-table";
import { describe, expect, it } from "vitest";
import { ListReader } from "./list-reader.ts";
import { ReadList } from "./read-list.ts";

const spending: ListedTable = {
  name: "Spending",
  decimals: 2,
  columns: [
    { head: "Payment date", kind: "text" },
    { head: "Amount", kind: "amount" },
    { head: "Supplier", kind: "text" },
    { head: "Reference", kind: "text" },
  ],
  rows: [
    ["13/02/2026", 123_456, "ACME LTD", "000123"],
    ["14/02/2026", -5_000, "BETA LLP", "000124"],
    ["15/02/2026", 50, "GAMMA PLC", "000125"],
  ],
};
const bytesOf = async (format: ListedFormat): Promise<Uint8Array> =>
  new Uint8Array(await (await writeTable(spending, format)).arrayBuffer());

describe("a published list from a workbook", () => {
  it("is read as its CSV is, to the penny", async () => {
    const lists = [await ReadList.open(await bytesOf("csv"), {}), await ReadList.open(await bytesOf("xlsx"), {})];
    const [csv, xlsx] = lists.map((list) => {
      const { mapping } = list.guess({});
      if (mapping === undefined) throw new Error("no mapping");
      return { header: list.facts.header, mapping, totals: list.read(mapping) };
    });
    expect(xlsx).toEqual(csv);
    expect(xlsx?.totals).toMatchObject({ read: 3, accepted: 3, quarantined: 0, total: 118_506 });
  });

  it("is cut into rows on the reading thread, the named sheet of it, or refused with its reason", async () => {
    const reader = new ListReader();
    try {
      const list = await reader.open("a.xlsx", await bytesOf("xlsx"), { sheet: "Spending" });
      expect(list.facts).toMatchObject({ encoding: "xlsx", rowCount: 3, headerLine: 1 });
      const other = reader.open("a.xlsx", await bytesOf("xlsx"), { sheet: "2026" });
      await expect(other).rejects.toThrow("the workbook has no sheet “2026”; it has “Spending”");
      const torn = reader.open("b.xlsx", (await bytesOf("xlsx")).slice(0, 900));
      await expect(torn).rejects.toMatchObject({ name: "WorkbookError", message: expect.stringMatching(/no end/) });
    } finally {
      await reader.close();
    }
  });
});
