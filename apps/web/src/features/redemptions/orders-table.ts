import type { ListedColumn, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import type { TextKey } from "../../i18n/text-key.ts";

interface Words {
  t(key: TextKey): string;
  readonly currency: { readonly code: string; readonly decimals: number };
  state(row: RedemptionRow): string;
  holder(row: RedemptionRow): string;
  time(timeMs: number): string;
}

const columns: readonly (Omit<ListedColumn, "head"> & { readonly head: TextKey })[] = [
  { head: "redemptions.sign.id", kind: "text", widthChars: 34 },
  { head: "redemptions.holder", kind: "text", widthChars: 28 },
  { head: "redemptions.fund", kind: "text" },
  { head: "redemptions.tranche", kind: "count" },
  { head: "redemptions.csv.amount", kind: "amount" },
  { head: "redemptions.csv.currency", kind: "text", widthChars: 6 },
  { head: "redemptions.stands", kind: "text" },
  { head: "redemptions.csv.reason", kind: "text", widthChars: 10 },
  { head: "redemptions.csv.ordered", kind: "text" },
  { head: "redemptions.csv.released", kind: "text" },
  { head: "redemptions.csv.ended", kind: "text" },
  { head: "redemptions.csv.bankLine", kind: "text", widthChars: 28 },
  { head: "redemptions.csv.returnLine", kind: "text", widthChars: 28 },
  { head: "redemptions.csv.transaction", kind: "text", widthChars: 66 },
];

/** Exactly the orders that are seen, in their order, in the page's language. */
export function ordersTable(rows: readonly RedemptionRow[], words: Words): ListedTable {
  const timeOf = (act: RedemptionRow["ended"]) => (act === null ? null : words.time(act.timeMs));
  const { t, currency } = words;
  return {
    name: t("redemptions.title"),
    decimals: currency.decimals,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: rows
      .values()
      .map((row) => [
        row.endToEndId,
        words.holder(row),
        row.fund.name,
        row.tranche,
        row.amountMinor,
        currency.code,
        words.state(row),
        row.reason,
        timeOf(row.ordered),
        timeOf(row.released),
        timeOf(row.ended),
        row.bankReference,
        row.returnReference,
        row.ordered.transaction,
      ]),
  };
}
