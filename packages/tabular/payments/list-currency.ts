import { decideCurrency, findCurrency } from "../columns/currency.ts";
import type { Table } from "../read/table.ts";
import { columnCells } from "./column-verdicts.ts";
import type { PaymentField } from "./payment.ts";

/** What a file says about its currency. */
export interface CurrencyVerdict {
  readonly currency: string;
  /** Rows that name another, by currency. */
  readonly others: ReadonlyMap<string, number>;
}

/**
 * The currency that a file names: in a column of its own, beside its amounts, or in the name of the column of amounts; undefined
 * where it names none. `columns`: where each field stands.
 */
export function findListCurrency(
  table: Table,
  columns: ReadonlyMap<PaymentField, number>,
): CurrencyVerdict | undefined {
  const amount = columns.get("amount") ?? columns.get("debit");
  const own = columns.get("currency");
  const verdict = own === undefined ? undefined : decideCurrency(columnCells(table, own));
  if (verdict !== undefined) return verdict;
  if (amount === undefined) return undefined;
  const named = findCurrency(table.header[amount] ?? "");
  const beside = decideCurrency(columnCells(table, amount));
  if (named === undefined || beside === undefined || beside.currency === named) {
    return beside ?? (named === undefined ? undefined : { currency: named, others: new Map() });
  }
  const rows = columnCells(table, amount).filter((cell) => findCurrency(cell) === beside.currency).length;
  return { currency: named, others: new Map([...beside.others, [beside.currency, rows]]) };
}
