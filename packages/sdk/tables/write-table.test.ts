import { readTableFile } from "@mingbai/tabular/read/read-table-file";
import { readWorkbook } from "@mingbai/tabular/workbook/read-workbook";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import type { ListedCell, ListedColumn, ListedFormat, ListedTable } from "./listed-table.ts";
import { writeTable } from "./write-table.ts";

const columns: readonly ListedColumn[] = [
  { head: "收款人", kind: "text" },
  { head: "金额", kind: "amount" },
  { head: "账号", kind: "text" },
  { head: "笔数", kind: "count" },
  { head: "日期", kind: "day" },
];
const table = (rows: readonly (readonly ListedCell[])[], decimals = 2): ListedTable => ({
  name: "付款清单",
  columns,
  decimals,
  rows,
});

async function bytesOf(listed: ListedTable, format: ListedFormat): Promise<Uint8Array> {
  return new Uint8Array(await (await writeTable(listed, format)).arrayBuffer());
}

async function readBack(listed: ListedTable, format: ListedFormat): Promise<string[][]> {
  const score = (cells: readonly string[]): number => (cells[0] === "收款人" ? 9 : 0);
  const read = await readTableFile(await bytesOf(listed, format), { score });
  expect(read.table.header).toEqual(columns.map(({ head }) => head));
  return read.table.rows.map(({ cells }) => columns.map((_, at) => (cells[at] ?? "").replace(/^'/, "")));
}

async function partOf(workbook: Uint8Array, name: string): Promise<string> {
  const view = new DataView(workbook.buffer, workbook.byteOffset);
  const wanted = new TextEncoder().encode(name);
  for (let at = 0; at + 4 <= workbook.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const found = workbook.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    if (Buffer.compare(found, wanted) !== 0) continue;
    const place = view.getUint32(at + 42, true);
    const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    const packed = workbook.slice(start, start + view.getUint32(at + 20, true));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).text();
  }
  throw new Error(`no ${name}`);
}

const pieces = [
  "卢桂枝",
  "𠮷",
  "a b",
  '"',
  ",",
  "\n",
  "<&>",
  "'",
  "_x000D_",
  "é",
  "0012",
  "1e5",
  ";",
  "\t",
  "]]>",
  "–",
];

function randomText(source: Random): string {
  const text = Array.from({ length: source.below(6) }, () => source.pick(pieces)).join("");
  // A CSV ends no cell in blanks and begins none with an apostrophe that was not put there by its writer.
  return text.trim().replace(/^'+/, "");
}

describe("a list written as CSV and as a workbook", () => {
  const seed = runSeed();
  it(`reads back the same from both (seed ${seed})`, async () => {
    const source = random(seed);
    for (let run = 0; run < 40; run++) {
      const rows = Array.from({ length: 1 + source.below(30) }, (): ListedCell[] => [
        `名${randomText(source)}`,
        source.chance(1, 9) ? null : (source.below(2 ** 32) - 2 ** 31) * source.pick([1, 1000, 100_000]),
        source.chance(1, 2)
          ? source
              .below(2 ** 32)
              .toString()
              .padStart(19, "0")
          : randomText(source),
        source.below(10_000),
        source.chance(1, 9)
          ? source.pick(["待定", "2026-02-31", "1900-01-05", "2026-13-01"])
          : new Date(source.below(2 ** 32) * 1_000).toISOString().slice(0, 10),
      ]);
      const decimals = source.pick([0, 2, 3]);
      const [csv, xlsx] = [await readBack(table(rows, decimals), "csv"), await readBack(table(rows, decimals), "xlsx")];
      // Zeros at the end of decimals are what CSV has and a number has not.
      const plain = (cells: readonly string[]) =>
        cells.map((cell, at) => (at === 1 && cell !== "" ? Number(cell) : cell));
      expect(xlsx.map(plain)).toEqual(csv.map(plain));
    }
  });

  it("writes amounts as numbers with the currency's decimals, and digits as text", async () => {
    const xlsx = await bytesOf(table([["卢桂枝", 48_000, "6217000012345678901", 3]]), "xlsx");
    const sheet = await partOf(xlsx, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<c r="B2" s="\d"><v>480<\/v>/);
    expect(sheet).toMatch(/<c r="C2" t="inlineStr"[^>]*><is><t>6217000012345678901</);
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toMatch(/<col min="1" max="1" width="20"/);
    expect(await partOf(xlsx, "xl/styles.xml")).toContain('formatCode="#,##0.00"');
    const yen = await bytesOf(table([["x", 48_000, "", 3]], 0), "xlsx");
    expect(await partOf(yen, "xl/styles.xml")).toContain('formatCode="#,##0"');
    expect(await partOf(xlsx, "xl/workbook.xml")).toContain('name="付款清单"');
  });

  it("writes an amount that fifteen digits cannot hold as text, to the last fen", async () => {
    const [cells] = await readBack(table([["x", 9_007_199_254_740_991, null, 1]]), "xlsx");
    expect(cells?.[1]).toBe("90071992547409.91");
  });

  it.each([
    "=1+1",
    "+44",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "-1+cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
  ])("never lets %j run as a formula", async (text) => {
    const csv = new TextDecoder().decode(await bytesOf(table([[text, 1, text, 1]]), "csv"));
    expect(csv.split("\r\n")[1]).toMatch(/^"?'/);
    const xlsx = await bytesOf(table([[text, 1, text, 1]]), "xlsx");
    const sheet = await partOf(xlsx, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f");
    expect((await readWorkbook(xlsx)).rows[1]?.cells[0]).toBe(text);
  });

  it.each([
    ["a/b:c*d?e[f]g\\h", "a b c d e f g h"],
    ["'quoted'", "quoted"],
    ["", "Sheet1"],
    [
      "二〇二六年冬季取暖救助发放结果（第一批，民政局，共一万人）续表二",
      "二〇二六年冬季取暖救助发放结果（第一批，民政局，共一万人）续表",
    ],
  ])("names the sheet so that Excel takes it: %j", async (name, expected) => {
    const { sheet } = await readWorkbook(await bytesOf({ ...table([]), name }, "xlsx"));
    expect(sheet).toBe(expected);
  });

  it("takes rows as they come, many thousand of them", async () => {
    let given = 0;
    async function* pages() {
      for (; given < 20_000; given++) yield ["演示人", given, String(given), 1];
    }
    const { rows } = await readWorkbook(await bytesOf({ ...table([]), rows: pages() }, "xlsx"));
    expect(rows).toHaveLength(20_001);
    expect(rows.at(-1)?.cells).toEqual(["演示人", "199.99", "19999", "1"]);
  });
});
