import type { SourceSheet } from "../mapping/source-sheet.ts";

const sampleRowsMax = 600;
const distinctMax = 200;

/** A column as it is guessed about: its names, and different cells of rows spread over what was read. */
export interface SampledColumn {
  readonly column: number;
  readonly header: string;
  readonly group: string;
  readonly distinct: readonly string[];
  /** All sampled cells, trimmed, by row: the same place is the same row in every column. */
  readonly cells: readonly string[];
}

export function sampledColumns({ header, groups, rows }: SourceSheet): SampledColumn[] {
  // Whole stretches of rows, since those of one household stand together.
  const sample = rows.length <= sampleRowsMax ? rows : rows.slice(0, sampleRowsMax);
  const cut = sample.map(({ cells }) => cells);
  return header.map((name, column) => {
    const cells = cut.map((row) => row[column]?.trim() ?? "");
    const distinct = [...new Set(cells)].filter((cell) => cell !== "").slice(0, distinctMax);
    return { column, header: name, group: groups[column] ?? "", distinct, cells };
  });
}
