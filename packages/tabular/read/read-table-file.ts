import { toHex } from "@mingbai/codec/hex";
import { readWorkbook } from "../workbook/read-workbook.ts";
import type { HeaderScore } from "./find-header.ts";
import { headedRows, readTable } from "./read-table.ts";
import type { Table } from "./table.ts";

/** First bytes of a ZIP archive with something in it, in hexadecimal. */
const zipStart = "504b0304";

/** A table with where it stood in its file. */
export interface TableFile {
  readonly table: Table;
  /** The sheets of a workbook that are shown; none where the file is text. */
  readonly sheets: readonly string[];
  /** The sheet that was read, "" where the file is text. */
  readonly sheet: string;
}

/**
 * Reads a table from text (`readTable`) or from a sheet of a workbook: the first one shown, or the one named. A workbook gives
 * the same table as its CSV does. Throws as `readTable`, and WorkbookError, a NotATableError that says why.
 */
export async function readTableFile(
  bytes: Uint8Array,
  {
    score = () => 0,
    encoding,
    sheet,
  }: { readonly score?: HeaderScore; readonly encoding?: string | undefined; readonly sheet?: string | undefined } = {},
): Promise<TableFile> {
  if (!isZip(bytes)) return { table: readTable(bytes, score, encoding), sheets: [], sheet: "" };
  const read = await readWorkbook(bytes, sheet);
  const told = { encoding: "xlsx", damaged: false, encodingDoubt: "", delimiter: "", blankRows: read.blankRows };
  return { table: { ...told, ...headedRows(read.rows, score) }, sheets: read.sheets, sheet: read.sheet };
}

/** Whether a file begins as an archive, which workbooks are. */
export function isZip(bytes: Pick<Uint8Array, "subarray">): boolean {
  return toHex(bytes.subarray(0, 4)) === zipStart;
}
