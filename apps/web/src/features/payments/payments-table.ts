import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { PaymentRow } from "@mingbai/treasury/views";
import type { TextKey } from "../../i18n/text-key.ts";

const columns = [
  { head: "payments.paidOn", kind: "day" },
  { head: "payments.payee", kind: "text", widthChars: 28 },
  { head: "payments.purpose", kind: "text", widthChars: 36 },
  { head: "payments.fund", kind: "text", widthChars: 24 },
  { head: "payments.csv.kind", kind: "text", widthChars: 10 },
  { head: "payments.state", kind: "text", widthChars: 14 },
  { head: "payments.csv.amount", kind: "amount" },
  { head: "payments.csv.currency", kind: "text", widthChars: 6 },
  { head: "payments.reference", kind: "text", widthChars: 22 },
  { head: "payments.csv.id", kind: "text", widthChars: 70 },
  { head: "payments.csv.height", kind: "count" },
] as const;

/** Payments as the list shows them, each with its place in the ledger; `rows` may come page by page. */
export function paymentsTable(
  rows: AsyncIterable<PaymentRow> | Iterable<PaymentRow>,
  words: {
    t(key: TextKey): string;
    payee(row: PaymentRow): string;
    readonly currency: { readonly code: string; readonly decimals: number };
  },
): ListedTable {
  const { t, currency } = words;
  const cellsOf = (row: PaymentRow): ListedCell[] => [
    row.paidOn,
    words.payee(row),
    row.purpose,
    row.fund.name,
    t(`payments.kind.${row.kind}`),
    t(`payments.status.${row.status}`),
    row.amountMinor,
    currency.code,
    row.reference,
    row.id,
    row.height,
  ];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row);
  }
  return {
    name: t("payments.title"),
    decimals: currency.decimals,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: cells(),
  };
}
