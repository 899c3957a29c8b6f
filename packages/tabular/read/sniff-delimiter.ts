import { keptApartColumns } from "./kept-apart.ts";
import { tokenize } from "./tokenize.ts";

const sampleCharsMax = 64 * 1024;
const sampleRowsMax = 400;
const delimiters = [",", "\t", ";", "|"] as const;

/**
 * The character that stands between cells: the one under which most rows of the file's beginning have the same number of
 * cells, more than one. A first line `sep=;` (written by spreadsheets) decides by itself. A table of one column has ",".
 */
export function sniffDelimiter(text: string): string {
  const declared = /^\s*sep=(.)\r?\n/i.exec(text.slice(0, 16))?.[1];
  if (declared !== undefined) return declared;
  const [first = "", second = ""] = keptApartColumns;
  const ours = delimiters.find((delimiter) => text.startsWith(`${first}${delimiter}${second}${delimiter}`));
  if (ours !== undefined) return ours;
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const score = agreement(text, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of rows with the commonest width, weighted a little by that width so that a comma within names does not win. */
function agreement(text: string, delimiter: string): number {
  const rows = tokenize({ text: text.slice(0, sampleCharsMax), delimiter, rowsMax: sampleRowsMax });
  const widths = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    filled++;
    widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  }
  let score = 0;
  for (const [width, count] of widths) {
    if (width > 1) score = Math.max(score, (count / filled) * (1 + Math.min(width, 20) / 10));
  }
  return score;
}
