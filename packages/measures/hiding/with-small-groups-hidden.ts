import { cellsToHide } from "./cells-to-hide.ts";
import { type CountTable, groupMin, withTotals } from "./count-table.ts";
import { equationsOf } from "./equations.ts";

/** A table as it may be shown: "HIDDEN" where a count is too small, or would give away one that is. */
export interface ShownTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly (number | "HIDDEN")[])[];
  readonly rowTotals: readonly (number | "HIDDEN")[];
  readonly columnTotals: readonly (number | "HIDDEN")[];
  readonly total: number | "HIDDEN";
}

/**
 * Hides counts of 1 to `min` − 1, totals too, and as many others as it takes that totals do not reveal them
 * (`cellsToHide`). 0 is shown: it is nobody. Throws RangeError on a table that is not whole, or too large to show.
 */
export function withSmallGroupsHidden(table: CountTable, min: number = groupMin): ShownTable {
  const { rows, columns } = table;
  const counts = withTotals(table).flat();
  const hidden = cellsToHide({ counts, equations: equationsOf(rows.length, columns.length) }, min);
  const cellAt = (cell: number) => (hidden.has(cell) ? ("HIDDEN" as const) : (counts[cell] ?? 0));
  const width = columns.length + 1;
  return {
    rows,
    columns,
    counts: rows.map((_, row) => columns.map((_, column) => cellAt(row * width + column))),
    rowTotals: rows.map((_, row) => cellAt(row * width + columns.length)),
    columnTotals: columns.map((_, column) => cellAt(rows.length * width + column)),
    total: cellAt(counts.length - 1),
  };
}
