import type { TableRow } from "./table.ts";

const headerRowsMax = 60;
const bodyRowsMax = 200;
const headerCharsMax = 120;

/** Points for a row's cells as names of columns, from what the caller knows of the fields it looks for. */
export type HeaderScore = (cells: readonly string[]) => number;

/**
 * Position of the header among the first rows, or undefined where the table begins with its data. A header is a row nearly as
 * wide as the table, of different texts, none of them a number or a date; the caller's knowledge of names decides between several.
 */
export function findHeader(rows: readonly TableRow[], score: HeaderScore): number | undefined {
  const width = usualWidth(rows);
  let best: { index: number; points: number } | undefined;
  for (let index = 0; index < Math.min(rows.length, headerRowsMax); index++) {
    const cells = rows[index]?.cells.map((cell) => cell.trim()) ?? [];
    const points = looksLikeNames(cells, width) ? 1 + score(cells) : 0;
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

function looksLikeNames(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length < Math.max(2, Math.ceil(width * 0.6))) return false;
  if (filled.some(isData)) return false;
  return new Set(filled.map((cell) => cell.toLowerCase())).size >= filled.length - 1;
}

/** Numbers, dates, codes and long texts are data; `£000` and `(2)` may stand in a name. */
function isData(cell: string): boolean {
  const rest = cell.replace(/\b0{3}s?\b/g, "");
  return !/\p{L}/u.test(cell) || /\d{3}|\d[.,/]\d/.test(rest) || cell.length > headerCharsMax;
}
