/** A line of a table with totals: Σ parts = total. Cells are numbered row by row, totals included. */
export interface Equation {
  readonly parts: readonly number[];
  readonly total: number;
}

/** Every row and every column of a table of this size, those of totals included. */
export function equationsOf(rows: number, columns: number): Equation[] {
  const width = columns + 1;
  const inRow = Array.from({ length: rows + 1 }, (_, row) => ({
    parts: Array.from({ length: columns }, (_, column) => row * width + column),
    total: row * width + columns,
  }));
  const inColumn = Array.from({ length: width }, (_, column) => ({
    parts: Array.from({ length: rows }, (_, row) => row * width + column),
    total: rows * width + column,
  }));
  return [...inRow, ...inColumn];
}
