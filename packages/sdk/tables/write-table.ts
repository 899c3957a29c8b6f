import { type SheetColumn, type SheetValue, writeWorkbook } from "@mingbai/tabular/workbook/write-workbook";
import { csvAmount, csvLine, csvStart } from "../disbursement/csv.ts";
import type { ListedCell, ListedColumn, ListedFormat, ListedTable } from "./listed-table.ts";

/** Above this many digits a spreadsheet would round a number: it is written as text. */
const exactMinorMax = 10 ** 15;
const widthChars = { text: 20, amount: 18, count: 12, day: 12 } as const;

/** A list as a file: CSV for machines (UTF-8 with its mark), or a workbook. Neither ever runs a text as a formula. */
export async function writeTable(table: ListedTable, format: ListedFormat): Promise<Blob> {
  return format === "csv" ? new Blob(await csvLines(table)) : new Response(xlsxStream(table)).blob();
}

async function csvLines({ columns, decimals, rows }: ListedTable): Promise<string[]> {
  const lines = [csvStart, csvLine(columns.map(({ head }) => head))];
  for await (const row of rows)
    lines.push(csvLine(columns.map((column, at) => csvText(column, row[at] ?? null, decimals))));
  return lines;
}

function csvText({ kind }: ListedColumn, cell: ListedCell, decimals: number): string {
  if (cell === null) return "";
  if (typeof cell === "string") return longNumber.test(cell) ? `'${cell}` : cell;
  return kind === "amount" ? csvAmount(cell, decimals) : String(cell);
}

/** Days that sheets can count: their calendar begins in 1900, and has a day too many in February of that year. */
const countedDay = /^(?:19(?!00)\d\d|[2-9]\d{3})-\d{2}-\d{2}$/;

/** What a spreadsheet that opens the CSV would round, or take for a power of ten. */
const longNumber = /^\d{12,}$|^\d+e\d+$/i;

/** The same list as a workbook: amounts are numbers with the currency's decimals. */
export function xlsxStream({ name, columns, decimals, rows }: ListedTable): ReadableStream<Uint8Array> {
  return writeWorkbook({
    name,
    columns: columns.map((column) => sheetColumn(column, decimals)),
    rows: sheetRows(columns, decimals, rows),
  });
}

async function* sheetRows(columns: readonly ListedColumn[], decimals: number, rows: ListedTable["rows"]) {
  for await (const row of rows) yield columns.map((column, at) => sheetCell(column, row[at] ?? null, decimals));
}

function sheetCell({ kind }: ListedColumn, cell: ListedCell, decimals: number): SheetValue {
  if (cell === null) return "";
  if (kind === "day" && typeof cell === "string") return findDay(cell) ?? cell;
  if (typeof cell === "string" || kind !== "amount") return cell;
  return Math.abs(cell) < exactMinorMax ? cell / 10 ** decimals : csvAmount(cell, decimals);
}

/** The day that a text names; undefined where it names none, such as 2026-02-31. */
function findDay(text: string): Date | undefined {
  const day = countedDay.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined;
}

function sheetColumn(column: ListedColumn, decimals: number): SheetColumn {
  const { head, kind } = column;
  const places = decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
  const format = { text: "@", amount: `#,##0${places}`, count: "0", day: "yyyy-mm-dd" }[kind];
  // A Chinese sign is as wide as two digits.
  return { head, format, widthChars: Math.max(column.widthChars ?? widthChars[kind], head.length * 2 + 2) };
}
