import { writeXlsxStream } from "hucre/xlsx";

/** A column of a sheet. `format`: an Excel number format such as `#,##0.00`; texts have `@`, so that digits stay as they are. */
export interface SheetColumn {
  readonly head: string;
  readonly format: string;
  /** Width in characters of the usual font. */
  readonly widthChars: number;
}

/** A cell as it is written; a Date is a day, at midnight UTC. */
export type SheetValue = string | number | Date;

/** Excel's own limits ("Excel specifications and limits", Microsoft). */
const cellCharsMax = 32_767;
const sheetNameCharsMax = 31;

/**
 * Writes one sheet as xlsx, row by row as `rows` gives them: memory does not grow with their number. The header row is frozen;
 * rows beyond Excel's 1,048,576 go on in further sheets with the same header. Texts are written as texts, so that none is ever
 * run as a formula.
 */
export function writeWorkbook(sheet: {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;
}): ReadableStream<Uint8Array> {
  return writeXlsxStream(safeRows(sheet.rows), {
    name: sheetName(sheet.name),
    columns: sheet.columns.map(({ head, format, widthChars }) => ({
      header: safeText(head),
      numFmt: format,
      width: widthChars,
    })),
    freezePane: { rows: 1 },
  });
}

async function* safeRows(
  rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>,
): AsyncGenerator<(SheetValue | null)[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === "string" ? safeText(cell) || null : cell));
}

/**
 * XML has no place for some characters: `_x000D_` stands for a carriage return (ECMA-376 part 1, 22.9.2.19), so that a text
 * that spells this out itself needs its first sign escaped. Halves of surrogate pairs become U+FFFD.
 */
function safeText(text: string): string {
  const whole = text.length > cellCharsMax ? `${text.slice(0, cellCharsMax - 1)}…` : text;
  return whole
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("\r", "_x000D_");
}

/** A name that Excel takes: without `[]:*?/\`, at most 31 characters, no apostrophe at either end. */
export function sheetName(text: string): string {
  const name = text
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replaceAll(/^[\s']+|[\s']+$/g, "");
  const cut = name.slice(0, sheetNameCharsMax).replace(/[\uD800-\uDBFF]$/, "");
  return cut === "" ? "Sheet1" : cut.replace(/[\s']+$/, "");
}
