import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { NotATableError } from "./not-a-table-error.ts";
import { readTable } from "./read-table.ts";
import type { TableRow } from "./table.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = ({ line, cells, brokenQuotes }: TableRow): TableRow => ({ line, cells, brokenQuotes });
const cellsOf = (bytes: Uint8Array): string[][] => readTable(bytes).rows.map((row) => [...row.cells]);
const head = "Date,Amount,Name\n";

describe("readTable", () => {
  it.each(["utf-8", "utf8-bom", "utf-16le", "utf-16le-bom", "utf-16be", "utf-16be-bom", "gb18030"])(
    "reads Chinese in %s",
    (name) => {
      const text = "日期,金额,收款人\n2014年3月5日,100.50,明白建筑有限公司\n2014年3月6日,7,牛津市议会\n";
      const bytes = iconv.encode(text, name.replace("utf8-bom", "utf-8").replace("-bom", ""), {
        addBOM: name.endsWith("bom"),
      });
      const table = readTable(bytes);
      expect(table.header).toEqual(["日期", "金额", "收款人"]);
      expect(table.rows[0]?.cells).toEqual(["2014年3月5日", "100.50", "明白建筑有限公司"]);
    },
  );

  it("reads Western accents and pound signs in windows-1252", () => {
    const table = readTable(iconv.encode(`${head}1/2/2014,£5.00,Café Zoë – €\n2/2/2014,£6.00,Bräu\n`, "windows-1252"));
    expect(table.encoding).toBe("windows-1252");
    expect(table.rows[0]?.cells).toEqual(["1/2/2014", "£5.00", "Café Zoë – €"]);
  });

  it("says where the encoding is a guess, shows it, and takes another that a person names", () => {
    const bytes = iconv.encode(`${head}1/2/2014,5.00,Łódź Świat\n`, "windows-1250");
    expect(readTable(bytes)).toMatchObject({ encoding: "windows-1252", encodingDoubt: expect.stringMatching(/£ódŸ/) });
    const named = readTable(bytes, undefined, "windows-1250");
    expect(named).toMatchObject({ encoding: "windows-1250", encodingDoubt: "" });
    expect(named.rows[0]?.cells[2]).toBe("Łódź Świat");
  });

  it("says where the publisher encoded letters twice, and doubts nothing else in UTF-8", () => {
    const twice = utf8(iconv.decode(Buffer.from(`${head}1/2/2014,5.00,Café – €\n`), "windows-1252"));
    expect(readTable(twice).encodingDoubt).toMatch(/twice.*CafÃ©/);
    expect(readTable(utf8(`${head}1/2/2014,£5.00,Café São Ångström – €\n`)).encodingDoubt).toBe("");
  });

  it.each([
    ["504b030414", /xlsx/],
    ["d0cf11e0a1", /xls/],
    ["255044462d", /PDF/],
  ])("refuses a file that begins %s and says what to do", (start, words) => {
    const read = (): unknown => readTable(new Uint8Array(Buffer.from(start, "hex")));
    expect(read).toThrow(NotATableError);
    expect(read).toThrow(words);
  });

  it("keeps UTF-8 for a file with one foreign byte and says that it is damaged", () => {
    const good = utf8(`${head}${"1/2/2014,£5.00,Zoë\n".repeat(20)}`);
    const table = readTable(Uint8Array.from([...good, ...utf8("1/2/2014,5,Caf"), 0xe9, 0x0a]));
    expect(table).toMatchObject({ encoding: "utf-8", damaged: true });
    expect(table.rows.at(-1)?.cells[2]).toBe("Caf\ufffd");
  });

  it.each(["\n", "\r\n", "\r"])("reads rows that end with %j", (end) => {
    const table = readTable(utf8(["Date,Name", "1,a", "2,b"].join(end) + end));
    expect(table.header).toEqual(["Date", "Name"]);
    expect(table.rows.map(plain)).toEqual([
      { line: 2, cells: ["1", "a"], brokenQuotes: false },
      { line: 3, cells: ["2", "b"], brokenQuotes: false },
    ]);
  });

  it.each([",", ";", "\t", "|"])("finds the delimiter %j", (delimiter) => {
    const table = readTable(utf8(["Date,Amount,Name", "1,5.00,a b", "2,6.00,c"].join("\n").replaceAll(",", delimiter)));
    expect(table).toMatchObject({ delimiter, header: ["Date", "Amount", "Name"] });
  });

  it("believes a declared delimiter", () => {
    expect(readTable(utf8("sep=;\nDate;Name\n1;a,b\n2;c,d\n"))).toMatchObject({
      delimiter: ";",
      header: ["Date", "Name"],
    });
  });

  it("reads quotes, doubled quotes, line breaks in cells, and keeps line numbers", () => {
    const table = readTable(utf8(`${head}1,2,"Smith, ""Bob"" & Co\nLondon"\n3,4,plain\n5,6,"x" Ltd\n`));
    expect(table.rows.map(plain)).toEqual([
      { line: 2, cells: ["1", "2", 'Smith, "Bob" & Co\nLondon'], brokenQuotes: false },
      { line: 4, cells: ["3", "4", "plain"], brokenQuotes: false },
      { line: 5, cells: ["5", "6", "x Ltd"], brokenQuotes: false },
    ]);
  });

  it("lets an open quotation mark spoil one row and no other", () => {
    const table = readTable(utf8(`${head}1,2,"open\n3,4,plain\n5,6,"closed"\n7,8,last\n`));
    expect(table.rows.map((row) => [row.line, row.brokenQuotes, row.cells.length])).toEqual([
      [2, true, 3],
      [3, false, 3],
      [4, false, 3],
      [5, false, 3],
    ]);
  });

  it("passes titles above the header, keeps footers, skips blank rows and NULs", () => {
    const table = readTable(utf8(`Payments over 500,,\n\n${head}1,2,a\0\n,,\n3,4,b\nTotal,6,\n`));
    expect(table).toMatchObject({ headerLine: 3, blankRows: 2, header: ["Date", "Amount", "Name"] });
    expect(table.preamble.map((row) => row.line)).toEqual([1]);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ["1", "2", "a"],
      ["3", "4", "b"],
      ["Total", "6", ""],
    ]);
  });

  it("drops empty trailing columns, keeps unnamed ones with text, tells equal names apart", () => {
    expect(readTable(utf8("A,B,,\n1,x,,\n2,y,,\n")).header).toEqual(["A", "B"]);
    expect(readTable(utf8("A,B,\n1,x,p\n2,y,q\n")).header).toEqual(["A", "B", "Column 3"]);
    expect(readTable(utf8("A,B,B\n1,x,p\n2,y,q\n")).header).toEqual(["A", "B", "B (2)"]);
  });

  it("numbers the columns of a table without a header", () => {
    const table = readTable(utf8("1/2/2014,5.00,a\n2/2/2014,6.00,b\n"));
    expect(table).toMatchObject({ headerLine: 0, header: ["Column 1", "Column 2", "Column 3"] });
    expect(table.rows).toHaveLength(2);
  });

  it("reads nothing from nothing", () => {
    expect(cellsOf(new Uint8Array())).toEqual([]);
    expect(cellsOf(utf8("\n\n"))).toEqual([]);
  });

  it("says which group the names of a header of two rows stand in", () => {
    const table = readTable(utf8("户主信息,,家庭收入,,备注\n姓名,电话,工资,种养,\n张三,110,1,2,\n李四,120,3,4,x\n"));
    expect(table.header).toEqual(["姓名", "电话", "工资", "种养", "备注"]);
    expect(table.groups).toEqual(["户主信息", "户主信息", "家庭收入", "家庭收入", ""]);
  });
});
