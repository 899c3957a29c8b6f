import { type DecimalVerdict, decideDecimal } from "../columns/amount-style.ts";
import { type DateVerdict, decideDateOrder } from "../columns/date-style.ts";
import type { Table } from "../read/table.ts";

/** Every column is judged once: the guess asks, and so does the check of a mapping against its file. */
const dates = new WeakMap<Table, Map<number, DateVerdict>>();
const decimals = new WeakMap<Table, Map<number, DecimalVerdict>>();

/** What a column says about the order of its dates. */
export function dateVerdictOf(table: Table, column: number): DateVerdict {
  return judged({ verdicts: dates, table, column, judge: decideDateOrder });
}

/** What a column says about its decimal mark. */
export function decimalVerdictOf(table: Table, column: number): DecimalVerdict {
  return judged({ verdicts: decimals, table, column, judge: decideDecimal });
}

/** The cells of one column, top to bottom. */
export function columnCells(table: Table, column: number): string[] {
  return table.rows.map((row) => row.cells[column] ?? "");
}

function judged<Verdict>(input: {
  readonly verdicts: WeakMap<Table, Map<number, Verdict>>;
  readonly table: Table;
  readonly column: number;
  readonly judge: (cells: Iterable<string>) => Verdict;
}): Verdict {
  const { verdicts, table, column, judge } = input;
  const known = verdicts.get(table) ?? new Map<number, Verdict>();
  verdicts.set(table, known);
  const verdict = known.get(column) ?? judge(columnCells(table, column));
  known.set(column, verdict);
  return verdict;
}
