import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { columnsMax, type TableRow } from "../read/table.ts";
import { cellText } from "./cell-text.ts";
import { checkArchive } from "./check-archive.ts";
import { cellsMax, sheetCharsMax, sheetRowsMax } from "./limits.ts";
import { WorkbookError } from "./workbook-error.ts";

/** One sheet of a workbook as rows of text. */
export interface ReadSheet {
  /** The sheets that are shown, in their order. */
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string;
  /** Rows with any text in them; `line` is the row's number in the sheet. */
  readonly rows: readonly TableRow[];
  /** Rows above the last one that have no text. */
  readonly blankRows: number;
}

/**
 * Reads one sheet of an xlsx: the first that is shown, or the one named. Of a formula the value that was kept with it is read;
 * macros, links, pictures and whatever else is in the file are not looked at. Throws WorkbookError; nothing is unpacked before
 * its bounds are known.
 */
export async function readWorkbook(bytes: Uint8Array, sheet?: string): Promise<ReadSheet> {
  const rows: TableRow[] = [];
  const chosen = await readSheet(bytes, { sheet, cellsMax, take: (row) => void rows.push(row) });
  return { ...chosen, rows, blankRows: (rows.at(-1)?.line ?? 0) - rows.length };
}

/**
 * The same, with each row handed on as it is read: what is in memory is one row and the workbook's shared texts. `cellsMax`: the most
 * cells, empty ones between filled ones included.
 */
export async function readSheet(
  bytes: Uint8Array,
  reading: {
    readonly sheet?: string | undefined;
    readonly cellsMax: number;
    readonly take: (row: TableRow) => void;
  },
): Promise<Pick<ReadSheet, "sheets" | "sheet">> {
  checkArchive(bytes);
  try {
    const sheets = await sheetNames(bytes);
    const chosen = reading.sheet === undefined ? sheets[0] : sheets.find((name) => name === reading.sheet);
    if (chosen === undefined) throw new WorkbookError("noSheet", noSheetWords(reading.sheet, sheets));
    await takeRows(bytes, { ...reading, sheet: chosen });
    return { sheets, sheet: chosen };
  } catch (cause) {
    throw wordedFault(cause);
  }
}

async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const shown: string[] = [];
  await readXlsx(bytes, {
    sheets({ name, hidden, veryHidden }) {
      if (hidden !== true && veryHidden !== true) shown.push(name);
      return false;
    },
  });
  return shown;
}

// PERF: a list of 1,000,000 rows is read row by row, so that its 400 MB of XML never stand in memory as one text.
async function takeRows(
  bytes: Uint8Array,
  { sheet, cellsMax: most, take }: { sheet: string; cellsMax: number; take: (row: TableRow) => void },
): Promise<void> {
  let [cellCount, chars, last] = [0, 0, 0];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const line = index + 1;
    // Rows stand in their order, each once (ECMA-376 part 1, 18.3.1.73); others would let one line hide another.
    if (!(line > last) || line > sheetRowsMax)
      throw new WorkbookError("damaged", `row ${line} stands in a wrong place`);
    last = line;
    cellCount += values.length;
    const width = values.findLastIndex((value) => value !== null) + 1;
    if (width > columnsMax)
      throw new WorkbookError(
        "tooLarge",
        `row ${line} of “${sheet}” has ${width} columns; a list has at most ${columnsMax}`,
      );
    const cells = values.slice(0, width).map((value) => cellText(value));
    let hasText = false;
    for (const cell of cells) {
      chars += cell.length;
      hasText ||= cell.trim() !== "";
    }
    if (cellCount > most || chars > sheetCharsMax)
      throw new WorkbookError("tooLarge", `the sheet “${sheet}” has more than a list can have, at row ${line}`);
    if (hasText) take({ line, cells, brokenQuotes: false });
  }
}

function noSheetWords(sheet: string | undefined, sheets: readonly string[]): string {
  if (sheet === undefined) return "the workbook shows no sheet";
  return `the workbook has no sheet “${sheet}”; it has ${sheets.map((name) => `“${name}”`).join(", ")}`;
}

/** On hostile bytes the library and the platform's unpacker throw errors of any kind: all of them mean a file not to be read. */
function wordedFault(cause: unknown): WorkbookError {
  if (cause instanceof WorkbookError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  return new WorkbookError("damaged", `the workbook cannot be read: ${words}`, { cause });
}
