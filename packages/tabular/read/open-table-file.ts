import { packedCellsMax } from "../workbook/limits.ts";
import { readSheet } from "../workbook/read-workbook.ts";
import type { HeaderScore } from "./find-header.ts";
import { type Bytes, type OpenTable, openTable } from "./open-table.ts";
import { PackedRows } from "./packed-rows.ts";
import { headedRows } from "./read-table.ts";
import { isZip, type TableFile } from "./read-table-file.ts";
import type { TableRow } from "./table.ts";

/** A large table with where it stood in its file. */
export interface OpenTableFile extends OpenTable, Pick<TableFile, "sheets" | "sheet"> {}

/** Rows from which header and layout are told. */
const beginningRowsMax = 2_000;

/**
 * Opens text (`openTable`), or the first sheet shown of a workbook, or the one named, without an object for each cell: its rows are
 * packed when it is opened, and cut while they are asked for. Throws as `openTable`, and WorkbookError.
 */
export async function openTableFile(
  bytes: Bytes,
  { score = () => 0, sheet }: { readonly score?: HeaderScore; readonly sheet?: string | undefined } = {},
): Promise<OpenTableFile> {
  if (!isZip(bytes)) return { ...openTable(bytes, score), sheets: [], sheet: "" };
  const first: TableRow[] = [];
  const packed = new PackedRows();
  let lastLine = 0;
  let count = 0;
  const take = (row: TableRow): void => {
    if (first.length < beginningRowsMax) first.push(row);
    packed.add(row);
    lastLine = row.line;
    count++;
  };
  const read = await readSheet(bytes.subarray(0), { sheet, cellsMax: packedCellsMax, take });
  const told = { encoding: "xlsx", damaged: false, encodingDoubt: "", delimiter: "", blankRows: lastLine - count };
  const beginning = { ...told, ...headedRows(first, score) };
  const firstLine = beginning.rows[0]?.line ?? beginning.headerLine + 1;
  return { ...read, beginning, rows: { [Symbol.iterator]: () => rowsFrom(packed, firstLine) } };
}

function* rowsFrom(rows: Iterable<TableRow>, firstLine: number): Generator<TableRow> {
  for (const row of rows) if (row.line >= firstLine) yield row;
}
