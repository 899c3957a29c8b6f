import { type SheetValue, writeWorkbook } from "@mingbai/tabular/workbook/write-workbook";
import iconv from "iconv-lite";
import { allRows, type ListTable } from "./list-table.ts";

const rowsAChunk = 500;

/** A list as CSV, in chunks of rows; UTF-8 has a mark at the beginning, as spreadsheets write it. */
export function* csvBytes(table: ListTable, encoding: "utf-8" | "gb18030"): Generator<Uint8Array> {
  let text = encoding === "utf-8" ? "\ufeff" : "";
  let count = 0;
  for (const row of allRows(table)) {
    text += `${row.map(quoted).join(",")}\r\n`;
    count++;
    if (count % rowsAChunk !== 0) continue;
    yield iconv.encode(text, encoding);
    text = "";
  }
  if (text !== "") yield iconv.encode(text, encoding);
}

/** A list as a workbook with one sheet, all of its cells text. */
export function workbookBytes(table: ListTable): ReadableStream<Uint8Array> {
  const [heads, ...rest] = titlesAndHeader(table);
  const columns = (heads ?? []).map((head) => ({ head, format: "@", widthChars: 14 }));
  return writeWorkbook({ name: table.name, columns, rows: sheetRows(rest, table.rows) });
}

/** The writer's own header is the sheet's first row, which is a title where there are titles. */
function titlesAndHeader({ titles, header }: ListTable): (readonly string[])[] {
  return [...allRows({ name: "", titles, header, rows: [] })];
}

function* sheetRows(
  before: readonly (readonly string[])[],
  rows: Iterable<readonly string[]>,
): Generator<readonly SheetValue[]> {
  yield* before;
  yield* rows;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
