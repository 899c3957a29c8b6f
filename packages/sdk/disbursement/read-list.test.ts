import { describe, expect, it } from "vitest";
import type { ListedTable } from "../tables/listed-table.ts";
import { writeTable } from "../tables/write-table.ts";
import { checkList } from "./check-list.ts";
import { type ReadList, readApprovedList, readList, type UnreadableList } from "./read-list.ts";
import { readListFile } from "./read-list-file.ts";
import { failedRows, resultCsv, resultsOf } from "./result-file.ts";
import { faultTable, resultTable } from "./result-table.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function readable(list: ReadList | UnreadableList): ReadList {
  if ("unreadable" in list) throw new Error(JSON.stringify(list));
  return list;
}

const chinese = `2026 年冬季取暖救助,,,,,
序号,姓名,账本账号,类别,发放金额,银行卡号
1,卢桂枝,0123456789abcdef,A 类,480.00,6217000012345678
2,方有田,1123 4567 89ab cdef,B 类,"1,360.50",
3,谢小满,2123456789abcdef,B 类,三百,
合计,共 3 人,,,1840.50,
`;

describe("readApprovedList", () => {
  it("takes accounts with their amounts, and accounts alone", () => {
    expect(readApprovedList(bytesOf(chinese))).toEqual(
      new Map([
        ["0123456789abcdef", 48_000],
        ["1123456789abcdef", 136_050],
        ["2123456789abcdef", undefined],
      ]),
    );
    const alone = readApprovedList(bytesOf("姓名,账本账号\n卢桂枝,0123456789ABCDEF\n"));
    expect(alone).toEqual(new Map([["0123456789abcdef", undefined]]));
    expect(readApprovedList(bytesOf("姓名,年龄\n卢桂枝,70\n"))).toEqual({
      unreadable: "columnMissing",
      field: "payee",
    });
  });
});

describe("readList", () => {
  it("finds the columns of an office's list, and the sums at its foot", () => {
    const { rows, fileTotals, columns } = readable(readList(bytesOf(chinese)));
    expect(columns).toMatchObject({
      payee: "账本账号",
      name: "姓名",
      amount: "发放金额",
      purpose: "类别",
      bankAccount: "银行卡号",
    });
    expect([...rows].map(({ line, amount, payee }) => [line, amount, payee])).toEqual([
      [3, 48_000, "0123456789abcdef"],
      [4, 136_050, "1123 4567 89ab cdef"],
      [5, undefined, "2123456789abcdef"],
    ]);
    expect(fileTotals).toEqual({ line: 6, amount: 184_050, count: 3 });
  });

  it("reads tabs, English names and tens of thousands", () => {
    const text = "Payee name\tLedger account\tAmount (万元)\nLu Guizhi\t0123456789abcdef\t0.048\n";
    expect([...readable(readList(bytesOf(text))).rows]).toMatchObject([{ name: "Lu Guizhi", amount: 48_000 }]);
  });

  it.each([
    ["a workbook", "PK\u0003\u0004…", { unreadable: "notATable" }],
    ["no accounts", "姓名,金额\n卢桂枝,1.00\n", { unreadable: "columnMissing", field: "payee" }],
    ["no rows", "姓名,账本账号,金额\n合计,,0\n", { unreadable: "noRows" }],
  ])("says what is missing: %s", (_, text, expected) => {
    expect(readList(bytesOf(text))).toEqual(expected);
  });

  it.each(["csv", "xlsx"] as const)("reads its own files of held and of failed rows again, as %s", async (format) => {
    const fileOf = async (table: ListedTable) =>
      readable((await readListFile(new Uint8Array(await (await writeTable(table, format)).arrayBuffer()))).read);
    const { good, bad } = checkList(readable(readList(bytesOf(chinese))).rows);
    const held = await fileOf(faultTable(bad, { name: "", language: "zh", decimals: 2 }));
    expect([...held.rows]).toMatchObject([{ payee: "2123456789abcdef", name: "谢小满", amountCell: "三百" }]);
    const result = { transaction: "ab".repeat(32), height: 9, refusedLines: [[1, 1] as const] };
    const results = resultsOf([{ rows: good, result }]);
    expect(results.map(({ code, payment }) => [code, payment])).toEqual([
      ["ACCEPTED", `${"ab".repeat(32)}-0`],
      ["PAYEE_UNKNOWN", `${"ab".repeat(32)}-1`],
    ]);
    const failed = { name: "", language: "en", decimals: 2 } as const;
    const child = await fileOf(resultTable(failedRows(results), failed));
    expect(await (await writeTable(resultTable(results, failed), "csv")).arrayBuffer()).toEqual(
      bytesOf([...resultCsv(results, failed)].join("")).buffer,
    );
    expect([...checkList(child.rows).good]).toMatchObject([
      { payee: "1123456789abcdef", amount: 136_050, purpose: "B 类" },
    ]);
  });
});
