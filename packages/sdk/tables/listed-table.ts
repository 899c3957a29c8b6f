/** A column of a list that is handed out as a file. */
export interface ListedColumn {
  readonly head: string;
  /**
   * text: as it stands, digits too; amount: minor units of the table's currency; count: a whole number; day: `2026-03-05`,
   * which a workbook has as a day that it can sort and count by.
   */
  readonly kind: "text" | "amount" | "count" | "day";
  /** Width in a workbook, in characters; by its kind and head where absent. */
  readonly widthChars?: number;
}

/** One cell: a text in columns of texts and days, a number in the others; null is an empty cell. */
export type ListedCell = string | number | null;

/**
 * A list that is handed out: said once, written as CSV or as a workbook. Rows may come page by page; a row has a cell for each
 * column.
 */
export interface ListedTable {
  /** Name of the list in the reader's language: the sheet's name. */
  readonly name: string;
  readonly columns: readonly ListedColumn[];
  /** Decimals of the ledger's currency. */
  readonly decimals: number;
  readonly rows: AsyncIterable<readonly ListedCell[]> | Iterable<readonly ListedCell[]>;
}

export type ListedFormat = "csv" | "xlsx";

export const listedTypes: Readonly<Record<ListedFormat, string>> = {
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
