/** Counts of people by two things, say village and cause. One thing alone is a table of one row. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** `counts[row][column]`. */
  readonly counts: readonly (readonly number[])[];
}

/** Groups of fewer people are never shown outside the office. */
export const groupMin = 5;

/** Larger tables are cut up before they are shown. */
export const tableCellsMax = 4_096;

/** Counts with their totals: the last row and the last column. Throws RangeError on a table that is not whole. */
export function withTotals({ rows, columns, counts }: CountTable): number[][] {
  const isWhole = counts.length === rows.length && counts.every((row) => row.length === columns.length);
  if (!isWhole || rows.length === 0 || columns.length === 0) throw new RangeError("a count for each row and column");
  if ((rows.length + 1) * (columns.length + 1) > tableCellsMax) throw new RangeError("the table is too large to show");
  if (counts.flat().some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError("counts are integers");
  const lines = counts.map((row) => [...row, sum(row)]);
  const last = [...columns, "total"].map((_, column) => sum(lines.map((row) => row[column] ?? 0)));
  return [...lines, last];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
