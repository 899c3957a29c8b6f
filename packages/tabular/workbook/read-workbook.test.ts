import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { readTable } from "../read/read-table.ts";
import { readTableFile } from "../read/read-table-file.ts";
import { readWorkbook } from "./read-workbook.ts";
import { makeArchive, type TestPart, workbookParts } from "./test-archive.ts";
import { WorkbookError, type WorkbookFault } from "./workbook-error.ts";

const text = (ref: string, words: string): string => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (line: number, cells: string): string => `<row r="${line}">${cells}</row>`;
const oneSheet = (data: string): TestPart[] => workbookParts([{ name: "Sheet1", data }]);

async function cellsOf(data: string, sharedStrings?: readonly string[]): Promise<string[][]> {
  const bytes = await makeArchive(workbookParts([{ name: "一", data }], sharedStrings));
  return (await readWorkbook(bytes)).rows.map(({ cells }) => [...cells]);
}

describe("a sheet read as text", () => {
  it.each([
    ["a text of digits keeps its zeros", text("A1", "0123456789"), "0123456789"],
    ["a text that looks like a power stays", text("A1", "1e12"), "1e12"],
    ["a shared text", '<c r="A1" t="s"><v>0</v></c>', "卢桂枝"],
    ["a shared text in several fonts", '<c r="A1" t="s"><v>1</v></c>', "卢桂枝"],
    ["a whole number", '<c r="A1"><v>480</v></c>', "480"],
    ["a number of fifteen digits, as a power", '<c r="A1"><v>6.21700001234567E+14</v></c>', "621700001234567"],
    ["a number that lost its last digits", '<c r="A1"><v>6.21700001234567E+18</v></c>', "≈6217000012345670000"],
    ["noise of binary fractions", '<c r="A1"><v>480.10000000000002</v></c>', "480.1"],
    ["a small fraction without a power", '<c r="A1"><v>1.5E-7</v></c>', "0.00000015"],
    ["a negative number", '<c r="A1"><v>-0.05</v></c>', "-0.05"],
    ["a day", '<c r="A1" s="1"><v>46086</v></c>', "2026-03-05"],
    ["a day with a time", '<c r="A1" s="1"><v>46086.5</v></c>', "2026-03-05 12:00:00"],
    ["a time", '<c r="A1" s="1"><v>0.75</v></c>', "18:00:00"],
    ["a formula's kept number", '<c r="A1"><f>SUM(B1:B9)</f><v>1840.5</v></c>', "1840.5"],
    ["a formula's kept text", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>合计</v></c>', "合计"],
    ["a formula without a kept value", `<c r="A1"><f>WEBSERVICE("http://x")</f></c>${text("B1", "b")}`, ""],
    ["truth", '<c r="A1" t="b"><v>1</v></c>', "TRUE"],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"],
    ["an escaped carriage return", text("A1", "x_x000D_y"), "x\ry"],
  ])("%s", async (_, cell, expected) => {
    const shared = ["<t>卢桂枝</t>", "<r><rPr><b/></rPr><t>卢</t></r><r><t>桂枝</t></r>"];
    expect((await cellsOf(row(1, cell), shared))[0]?.[0]).toBe(expected);
  });

  it("keeps the numbers of rows over empty ones, and the places of cells over missing ones", async () => {
    const data = row(2, text("C2", "c")) + row(4, text("A4", " ")) + row(7, text("B7", "b"));
    const read = await readWorkbook(await makeArchive(oneSheet(data)));
    expect(read.rows).toEqual([
      { line: 2, cells: ["", "", "c"], brokenQuotes: false },
      { line: 7, cells: ["", "b"], brokenQuotes: false },
    ]);
    expect(read.blankRows).toBe(5);
  });

  it("reads the first sheet that is shown, or the one named", async () => {
    const sheets = [
      { name: "底稿", state: "veryHidden", data: row(1, text("A1", "hidden")) },
      { name: "发放表", data: row(1, text("A1", "shown")) },
      { name: "说明 &amp; 备注", data: row(1, text("A1", "notes")) },
    ];
    const bytes = await makeArchive(workbookParts(sheets));
    expect(await readWorkbook(bytes)).toMatchObject({ sheet: "发放表", sheets: ["发放表", "说明 & 备注"] });
    expect((await readWorkbook(bytes, "说明 & 备注")).rows[0]?.cells).toEqual(["notes"]);
  });

  it("does not look at macros, links or pictures", async () => {
    const parts = [
      ...oneSheet(row(1, text("A1", "a"))),
      { name: "xl/vbaProject.bin", content: "Sub Auto_Open()" },
      { name: "xl/externalLinks/externalLink1.xml", content: "<!DOCTYPE x><x/>" },
      { name: "../../etc/passwd", content: "x" },
    ];
    expect((await readWorkbook(await makeArchive(parts))).rows[0]?.cells).toEqual(["a"]);
  });
});

describe("a workbook as a table", () => {
  const merged = [
    row(1, text("A1", "2026 年冬季取暖救助")),
    row(2, text("A2", "序号") + text("B2", "收款人") + text("E2", "金额（元）")),
    row(3, text("B3", "姓名") + text("C3", "账本账号") + text("D3", "银行卡号")),
    row(4, `<c r="A4"><v>1</v></c>${text("B4", "卢桂枝")}${text("C4", "0123456789abcdef")}<c r="E4"><v>480</v></c>`),
    row(5, `<c r="A5"><v>2</v></c>${text("B5", "方有田")}${text("C5", "1123456789abcdef")}<c r="E5"><v>1360.5</v></c>`),
  ].join("");

  it("has a merged header in two rows as one, the title above it apart, and equals its CSV", async () => {
    const { table } = await readTableFile(await makeArchive(oneSheet(merged)));
    expect(table.header).toEqual(["序号", "姓名", "账本账号", "银行卡号", "金额（元）"]);
    expect(table.rows.map(({ line, cells }) => [line, cells[4]])).toEqual([
      [4, "480"],
      [5, "1360.5"],
    ]);
    const csv =
      "2026 年冬季取暖救助,,,,\n序号,收款人,,,金额（元）\n,姓名,账本账号,银行卡号,\n1,卢桂枝,0123456789abcdef,,480\n2,方有田,1123456789abcdef,,1360.5\n";
    const same = readTable(new TextEncoder().encode(csv));
    expect(same.header).toEqual(table.header);
    expect(same.rows.map(({ cells }) => cells)).toEqual(table.rows.map(({ cells }) => cells));
  });

  it("takes a row of words below a plain header for data", () => {
    const table = readTable(new TextEncoder().encode("姓名,地区,金额\n卢桂枝,北区,\n方有田,南区,3\n"));
    expect(table.rows).toHaveLength(2);
  });
});

const zeros = new Uint8Array(16 * 1024 * 1024);
const noise = random(20_261_121).bytes(1_000_000);
const oneCell = row(1, text("A1", "a"));

describe("a hostile workbook", () => {
  const hostile: readonly (readonly [string, () => Promise<Uint8Array>, WorkbookFault, RegExp])[] = [
    [
      "a bomb in the sheet",
      () => makeArchive([...oneSheet(oneCell).slice(0, -1), { name: "xl/worksheets/sheet1.xml", content: zeros }]),
      "tooLarge",
      /times as large/,
    ],
    [
      "a bomb beside it",
      () => makeArchive([...oneSheet(oneCell), { name: "xl/media/a.png", content: zeros }]),
      "tooLarge",
      /times as large/,
    ],
    [
      "a bomb that declares little",
      () =>
        makeArchive([
          ...oneSheet(oneCell).slice(0, -1),
          { name: "xl/worksheets/sheet1.xml", content: zeros, declared: 100 },
        ]),
      "damaged",
      /exceeds|limit/i,
    ],
    [
      "a bomb that declares nothing",
      () =>
        makeArchive([
          ...oneSheet(oneCell).slice(0, -1),
          { name: "xl/worksheets/sheet1.xml", content: zeros, declared: 0 },
        ]),
      "damaged",
      /not declared/,
    ],
    [
      "gigabytes declared",
      () => makeArchive([...oneSheet(oneCell), { name: "b", content: "b", declared: 3_000_000_000 }]),
      "tooLarge",
      /2861 MB/,
    ],
    [
      "sizes of 64 bits",
      () => makeArchive([...oneSheet(oneCell), { name: "b", content: "b", declared: 0xffffffff }]),
      "tooLarge",
      /64 bits/,
    ],
    [
      "shared strings too large for one text",
      () =>
        makeArchive([
          ...oneSheet(oneCell),
          { name: "xl/a", content: noise },
          { name: "xl/sharedStrings.xml", content: noise, declared: 300_000_000 },
        ]),
      "tooLarge",
      /sharedStrings.xml would have 286 MB/,
    ],
    [
      "thousands of parts",
      () => makeArchive(Array.from({ length: 4_097 }, (_, at) => ({ name: `${at}`, content: "" }))),
      "tooLarge",
      /4097 parts/,
    ],
    [
      "no workbook",
      () => makeArchive([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }]),
      "damaged",
      /Content_Types/,
    ],
    ["a torn file", async () => (await makeArchive(oneSheet(oneCell))).slice(0, 400), "damaged", /no end/],
    [
      "a row beyond the last",
      () => makeArchive(oneSheet(row(1_048_577, text("A1048577", "x")))),
      "damaged",
      /row 1048577/,
    ],
    [
      "a row twice",
      () => makeArchive(oneSheet(row(2, text("A2", "x")) + row(2, text("A2", "y")))),
      "damaged",
      /row 2 /,
    ],
    [
      "a row that is no number",
      () => makeArchive(oneSheet('<row r="x"><c r="A1"><v>1</v></c></row>')),
      "damaged",
      /row NaN/,
    ],
    ["a column beyond the last", () => makeArchive(oneSheet(row(1, text("ZZZZ1", "x")))), "damaged", /bounds/],
    ["a cell in the last column", () => makeArchive(oneSheet(row(1, text("XFD1", "x")))), "tooLarge", /16384 columns/],
    [
      "entities that grow",
      () =>
        makeArchive([
          ...oneSheet(oneCell).slice(0, -1),
          {
            name: "xl/worksheets/sheet1.xml",
            content: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>${row(3_000_000, text("A1", "&b;"))}</sheetData></worksheet>`,
          },
        ]),
      "damaged",
      /row 3000000/,
    ],
    [
      "only hidden sheets",
      () => makeArchive(workbookParts([{ name: "a", state: "hidden", data: oneCell }])),
      "noSheet",
      /no sheet/,
    ],
  ];
  it.each(hostile)("%s is refused with its reason", async (_, make, fault, words) => {
    const bytes = await make();
    await expect(readTableFile(bytes)).rejects.toMatchObject({
      name: "WorkbookError",
      fault,
      message: expect.stringMatching(words),
    });
  });

  it("never makes more of an entity than its own letters", async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>${row(1, text("A1", "&a;"))}</sheetData></worksheet>`;
    const parts = [...oneSheet(oneCell).slice(0, -1), { name: "xl/worksheets/sheet1.xml", content: sheet }];
    expect((await readWorkbook(await makeArchive(parts))).rows[0]?.cells).toEqual(["&a;"]);
  });
});

describe("a damaged workbook", () => {
  const seed = runSeed();
  it(`is read or refused in words, never anything else (seed ${seed})`, async () => {
    const draw = random(seed);
    const data = Array.from({ length: 40 }, (_, at) =>
      row(at + 1, text(`A${at + 1}`, `R-${at}`) + text(`B${at + 1}`, "卢桂枝")),
    );
    const whole = await makeArchive(oneSheet(data.join("")));
    for (let run = 0; run < deepCount(150, 5_000); run++) {
      const bytes = whole.slice(0, draw.chance(1, 5) ? 4 + draw.below(whole.length - 4) : whole.length);
      for (let flips = draw.below(12); flips > 0; flips--) bytes[4 + draw.below(bytes.length - 4)] = draw.below(256);
      const read = await readWorkbook(bytes).catch((error: unknown) => error);
      if ("rows" in Object(read)) continue;
      expect(read).toBeInstanceOf(WorkbookError);
    }
  });
});
