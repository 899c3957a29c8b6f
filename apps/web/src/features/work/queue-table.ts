import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import { type MatterRow, queuePageRowsMax, queueView } from "@mingbai/workflow/views";
import { runQuery } from "../../api/run-query.ts";
import type { TextKey } from "../../i18n/text-key.ts";
import type { QueueAddress } from "./queue-address.ts";

const columns = [
  { head: "work.number", kind: "text", widthChars: 16 },
  { head: "work.matter", kind: "text", widthChars: 40 },
  { head: "work.csv.applicant", kind: "text", widthChars: 28 },
  { head: "work.stands", kind: "text", widthChars: 12 },
  { head: "work.next", kind: "text", widthChars: 14 },
  { head: "payments.csv.amount", kind: "amount" },
  { head: "payments.csv.currency", kind: "text", widthChars: 6 },
  { head: "payments.fund", kind: "text", widthChars: 24 },
  { head: "work.due", kind: "text" },
  { head: "payments.csv.id", kind: "text", widthChars: 66 },
] as const;

interface Words {
  t(key: TextKey): string;
  readonly currency: { readonly code: string; readonly decimals: number };
  applicant(row: MatterRow): string;
  next(row: MatterRow): string;
  time(timeMs: number): string;
}

/** The whole queue under its filter, the most urgent first, read page by page as it is written. */
export function queueTable(address: QueueAddress, words: Words): ListedTable {
  const { t, currency } = words;
  const cellsOf = (row: MatterRow): ListedCell[] => [
    row.number,
    row.title === "" ? t("work.sealed") : row.title,
    words.applicant(row),
    t(`matter.stage.${row.stage}`),
    words.next(row),
    row.amountMinor,
    currency.code,
    row.fundName,
    row.dueMs === null ? null : words.time(row.dueMs),
    row.id,
  ];
  async function* rows() {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { ...address, limit: queuePageRowsMax, ...(cursor === undefined ? {} : { cursor }) };
      const page: { rows: MatterRow[]; next: string | null } = await runQuery(queueView, asked);
      for (const row of page.rows) yield cellsOf(row);
      cursor = page.next;
    }
  }
  return {
    name: t("work.title"),
    decimals: currency.decimals,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: rows(),
  };
}
