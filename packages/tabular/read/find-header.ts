import { findDateText } from "../columns/date-text.ts";
import { isKeptApart } from "./kept-apart.ts";
import type { TableRow } from "./table.ts";

const headerRowsMax = 60;
const bodyRowsMax = 200;
const headerCharsMax = 120;
/** A row of this many known names is a header even where a name has a number in it, as `Amount over £500`. */
const knownNamesMin = 2;

/** Points for a row's cells as names of columns, from what the caller knows of the fields it looks for. */
export type HeaderScore = (cells: readonly string[]) => number;

/**
 * Position of the header among the first rows, or undefined where the table begins with its data. A header is a row nearly as
 * wide as the table, of different texts, none of them a number or a date; the caller's knowledge of names decides between several.
 * The search ends at the first row of data: a header below it is a repeated one, and rows above it would be lost as titles.
 */
export function findHeader(rows: readonly TableRow[], score: HeaderScore): number | undefined {
  const width = usualWidth(rows);
  let best: { index: number; points: number } | undefined;
  for (let index = 0; index < Math.min(rows.length, headerRowsMax); index++) {
    const cells = rows[index]?.cells.map((cell) => cell.trim()) ?? [];
    if (isKeptApart(cells)) return index;
    if (isDataRow(cells, width)) break;
    const known = score(cells);
    const points = looksLikeNames({ cells, width, known }) ? 1 + known : 0;
    if (points > (best?.points ?? 0)) best = { index, points };
  }
  return best?.index;
}

/** The commonest number of filled cells in a row. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, bodyRowsMax)) {
    const filled = filledCells(row.cells);
    if (filled > 0) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  }
  let usual = { width: 1, count: 0 };
  for (const [width, count] of counts) {
    if (count > usual.count || (count === usual.count && width > usual.width)) usual = { width, count };
  }
  return usual.width;
}

function filledCells(cells: readonly string[]): number {
  return cells.reduce((count, cell) => (cell.trim() === "" ? count : count + 1), 0);
}

/** Nearly as wide as the table, with two numbers or dates or more: titles above a header are narrower. */
function isDataRow(cells: readonly string[], width: number): boolean {
  return isWide(filledCells(cells), width) && cells.filter(isValue).length >= 2;
}

function isWide(filled: number, width: number): boolean {
  return filled >= Math.max(2, Math.ceil(width * 0.6));
}

function looksLikeNames(row: { cells: readonly string[]; width: number; known: number }): boolean {
  const filled = row.cells.filter((cell) => cell !== "");
  if (!isWide(filled.length, row.width)) return false;
  if (filled.some(row.known >= knownNamesMin ? isNoName : isData)) return false;
  return new Set(filled.map((cell) => cell.toLowerCase())).size >= filled.length - 1;
}

/** A number or a date, whatever else may stand in a name. */
function isValue(cell: string): boolean {
  return (/\d/.test(cell) && !/\p{L}/u.test(cell)) || findDateText(cell) !== undefined;
}

function isNoName(cell: string): boolean {
  return !/\p{L}/u.test(cell) || findDateText(cell) !== undefined || cell.length > headerCharsMax;
}

/** Numbers, dates, codes and long texts are data; `£000` and `(2)` may stand in a name. */
function isData(cell: string): boolean {
  const rest = cell.replace(/\b0{3}s?\b/g, "");
  return !/\p{L}/u.test(cell) || /\d{3}|\d[.,/]\d/.test(rest) || cell.length > headerCharsMax;
}
