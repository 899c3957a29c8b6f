import { takeApartAmount } from "../columns/amount-text.ts";
import { findDateText } from "../columns/date-text.ts";
import type { Table } from "../read/table.ts";

/** What the cells of one column look like, from a sample spread over the file. Shares are of the filled cells, 0 to 1. */
export interface ColumnProfile {
  readonly filled: number;
  readonly filledShare: number;
  readonly distinctShare: number;
  readonly distinct: ReadonlySet<string>;
  readonly dateShare: number;
  readonly amountShare: number;
  /** Numbers with a decimal mark, brackets or a currency sign: money rather than codes. */
  readonly moneyShare: number;
  /** Single words with a digit in them. */
  readonly codeShare: number;
  /** More letters than digits. */
  readonly wordShare: number;
  readonly examples: readonly string[];
}

const sampleRowsMax = 1_000;
const exampleCountMax = 3;
/** Longer cells are no codes, and are not searched: the search takes the square of the length. */
const codeCharsMax = 40;

/** Looks at a sample of a column's cells. */
export function profileColumn(table: Table, column: number): ColumnProfile {
  const step = Math.max(1, Math.floor(table.rows.length / sampleRowsMax));
  const cells: string[] = [];
  let rows = 0;
  for (let i = 0; i < table.rows.length; i += step) {
    rows++;
    const cell = table.rows[i]?.cells[column]?.trim() ?? "";
    if (cell !== "") cells.push(cell);
  }
  const share = (test: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const distinct = new Set(cells);
  return {
    filled: cells.length,
    filledShare: rows === 0 ? 0 : cells.length / rows,
    distinctShare: cells.length === 0 ? 0 : distinct.size / cells.length,
    distinct,
    dateShare: share((cell) => findDateText(cell) !== undefined),
    amountShare: share((cell) => typeof takeApartAmount(cell) !== "string"),
    moneyShare: share((cell) => typeof takeApartAmount(cell) !== "string" && /[.,]\d{1,2}\D*$|[()$£€¥￥]/.test(cell)),
    codeShare: share((cell) => cell.length <= codeCharsMax && /^\S*\d\S*$/.test(cell)),
    wordShare: share((cell) => count(cell, /\p{L}/gu) > count(cell, /\p{N}/gu)),
    examples: [...distinct].slice(0, exampleCountMax),
  };
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
