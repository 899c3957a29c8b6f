import type { TableRow } from "@mingbai/tabular/read/table";
import { z } from "zod";
import { columnsMax, sheetsMax } from "../mapping/import-mapping.ts";

export const correctionsMax = 20_000;
export const correctionCharsMax = 2_000;

/** A cell of a list: the place of its sheet in the mapping, its row as the spreadsheet counts it, from 1, and its column, from 0. */
const CellPlace = z.strictObject({
  sheet: z
    .int()
    .min(0)
    .max(sheetsMax - 1),
  line: z.int().min(1),
  column: z.int().min(0).max(columnsMax),
});
export type CellPlace = z.infer<typeof CellPlace>;

/** What a person says that a cell means, beside what stands there. The list itself stays as it is. */
export const CellCorrection = CellPlace.extend({
  was: z.string().max(correctionCharsMax),
  text: z.string().max(correctionCharsMax),
});
export type CellCorrection = z.infer<typeof CellCorrection>;

export function isSameCell(one: CellPlace, other: CellPlace): boolean {
  return one.sheet === other.sheet && one.line === other.line && one.column === other.column;
}

/**
 * The rows of one sheet of a list with its cells corrected; where something else stands in a cell than the person saw, it stays.
 */
export function correctedRows(
  rows: Iterable<TableRow>,
  sheet: number,
  corrections: readonly CellCorrection[],
): Iterable<TableRow> {
  const own = corrections.filter((one) => one.sheet === sheet);
  if (own.length === 0) return rows;
  const byLine = Map.groupBy(own, ({ line }) => line);
  return {
    *[Symbol.iterator]() {
      for (const row of rows) {
        const of = byLine.get(row.line);
        yield of === undefined ? row : { ...row, cells: correctedCells(row.cells, of) };
      }
    },
  };
}

function correctedCells(cells: TableRow["cells"], corrections: readonly CellCorrection[]): string[] {
  const all = [...cells];
  for (const { column, was, text } of corrections) {
    if ((cells[column] ?? "") !== was) continue;
    while (all.length < column) all.push("");
    all[column] = text;
  }
  return all;
}

/** What stands in a cell of a sheet; undefined where it has no such row. */
export function findCell(
  rows: Iterable<TableRow>,
  { line, column }: Pick<CellPlace, "line" | "column">,
): string | undefined {
  for (const row of rows) if (row.line === line) return row.cells[column] ?? "";
  return undefined;
}
