import { toHex } from "@mingbai/codec/hex";
import { decodeText } from "./decode-text.ts";
import { findHeader, type HeaderScore } from "./find-header.ts";
import { joinHeader } from "./join-header.ts";
import { isKeptApart } from "./kept-apart.ts";
import { NotATableError } from "./not-a-table-error.ts";
import { hasText } from "./plain-rows.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { columnsMax, type Table, type TableRow, tableBytesMax } from "./table.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Reads a table of any publisher: encoding, delimiter, line ends and header are found out, rows keep their line numbers.
 * `score` tells how well a row's cells name the fields that the caller looks for. `given`: the encoding, where a person named
 * it. Throws RangeError above `tableBytesMax`, and NotATableError on a workbook (`readTableFile` reads those) or a page.
 */
export function readTable(bytes: Uint8Array, score: HeaderScore = () => 0, given?: string): Table {
  if (bytes.length > tableBytesMax) throw new RangeError(`a table has at most ${tableBytesMax} bytes`);
  refuseOtherFormats(bytes);
  const { text, encoding, damaged, doubt } = decodeText(bytes, given);
  const delimiter = sniffDelimiter(text);
  const all = tokenize({ text, delimiter });
  const filled = all.filter(hasText);
  const isDeclaration = /^\s*sep=/i.test(filled[0]?.cells[0] ?? "");
  const rows = isDeclaration ? filled.slice(1) : filled;
  const blankRows = all.length - filled.length;
  return { encoding, damaged, encodingDoubt: doubt, delimiter, ...headedRows(rows, score), blankRows };
}

/** Finds the header among rows that have any text, and names the columns. */
export function headedRows(
  rows: readonly TableRow[],
  score: HeaderScore,
): Pick<Table, "header" | "groups" | "headerLine" | "preamble" | "rows"> {
  const found = findHeader(rows, score);
  if (found === undefined)
    return { header: headerNames([], widest(rows)), groups: [], headerLine: 0, preamble: [], rows };
  const { names, groups, rowCount } = joinHeader(rows, found);
  const body = rows.slice(found + rowCount);
  const header = headerNames(names, usedWidth(names, body));
  return { header, groups, headerLine: rows[found]?.line ?? 0, preamble: rows.slice(0, found), rows: body };
}

/** First bytes of files that people take for lists, in hexadecimal: ZIP (xlsx, ods), OLE 2 (xls, locked xlsx), PDF. */
const otherFormats = [
  ["504b0304", "a workbook (xlsx or ods)"],
  ["d0cf11e0", "an old workbook (xls), or one with a password"],
  ["25504446", "a PDF"],
] as const;

function refuseOtherFormats(bytes: Uint8Array): void {
  const start = toHex(bytes.subarray(0, 4));
  const found = otherFormats.find(([first]) => first === start);
  if (found !== undefined)
    throw new NotATableError(`the file is ${found[1]}; save the sheet as CSV (UTF-8) and import that`);
}

/** Names of columns, each once: a second `Amount` is called `Amount (2)`. */
function headerNames(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.min(width, columnsMax) }, (_, index) => {
    const text = (cells[index] ?? "").replace(/\s+/gu, " ").trim();
    const name = text === "" ? `Column ${index + 1}` : text;
    const count = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Trailing columns without a name are dropped when mostly empty; text found below them is then refused with its row. */
function usedWidth(names: readonly string[], body: readonly TableRow[]): number {
  const named = names.findLastIndex((cell) => cell.trim() !== "") + 1;
  // Its header is ours and whole: what stands beyond it is what its row was kept apart for.
  if (isKeptApart(names)) return named;
  const wider = body.filter((row) => row.cells.findLastIndex((cell) => cell.trim() !== "") >= named).length;
  return wider * 2 > body.length ? Math.max(named, widest(body)) : named;
}

function widest(rows: readonly TableRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}
