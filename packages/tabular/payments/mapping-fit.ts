import type { AmountStyle } from "../columns/amount-style.ts";
import type { DateOrder } from "../columns/date-text.ts";
import { MappingError, type SavedMapping } from "../mapping/saved-mapping.ts";
import { isKeptApart } from "../read/kept-apart.ts";
import type { Table } from "../read/table.ts";
import { dateVerdictOf, decimalVerdictOf } from "./column-verdicts.ts";

/** A column that no table has: its cells are empty. */
const none = -1;

type Columns = ReadonlyMap<string, number>;

/**
 * The order of a table's dates under a mapping. A mapping serves the publisher's next file, so the file is asked too: MappingError
 * where its dates prove another order, or where neither says one. A file of rows kept apart has nothing to prove.
 */
export function dateOrderOf(table: Table, mapping: SavedMapping, columns: Columns): DateOrder {
  const given = mapping.dates.date;
  if (given !== undefined && isKeptApart(table.header)) return given;
  const verdict = dateVerdictOf(table, columns.get("date") ?? none);
  if (given === undefined) {
    if (verdict.decided) return verdict.order;
    throw new MappingError(`the mapping has no dates.date (dmy, mdy or ymd), and ${verdict.reason}`);
  }
  if (verdict.decided && verdict.proven && verdict.order !== given) {
    throw new MappingError(`the mapping reads dates as ${given}, the file's are ${verdict.order}: ${verdict.reason}`);
  }
  return given;
}

/** The style of a column of amounts under a mapping; MappingError as with dates. A column that is not there has any style. */
export function amountStyleOf(input: {
  readonly table: Table;
  readonly mapping: SavedMapping;
  readonly columns: Columns;
  readonly field: "amount" | "debit" | "credit";
}): AmountStyle {
  const { table, mapping, columns, field } = input;
  const column = columns.get(field);
  if (column === undefined) return { decimal: ".", unitDigits: 0 };
  const given = mapping.amounts[field];
  if (given !== undefined && isKeptApart(table.header)) return given;
  const verdict = decimalVerdictOf(table, column);
  if (given === undefined) {
    if (verdict.decided) return { decimal: verdict.decimal, unitDigits: 0 };
    throw new MappingError(`the mapping has no amounts.${field}, and ${verdict.reason}`);
  }
  if (verdict.decided && verdict.proven && verdict.decimal !== given.decimal) {
    throw new MappingError(`the mapping reads ${field} with "${given.decimal}" before decimals: ${verdict.reason}`);
  }
  return given;
}
