/** Rows as columns of equal width, two spaces between. Columns in `right` are set to the right. */
export function formatTable(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  }
  const place = (cell: string, column: number): string => {
    const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
    return right.has(column) ? space + cell : cell + space;
  };
  return rows.map((row) => row.map(place).join("  ").trimEnd()).join("\n");
}

/** Columns on a terminal: East Asian wide characters (UAX #11) take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
