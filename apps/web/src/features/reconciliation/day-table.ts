import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { TextKey } from "../../i18n/text-key.ts";
import { type DayRow, signed } from "./compare-day.ts";

const columns = [
  { head: "reconciliation.where", kind: "text" },
  { head: "reconciliation.csv.bankReference", kind: "text", widthChars: 22 },
  { head: "reconciliation.csv.bankDay", kind: "day" },
  { head: "reconciliation.csv.bankAmount", kind: "amount" },
  { head: "reconciliation.csv.bankOrder", kind: "text", widthChars: 36 },
  { head: "reconciliation.csv.ledgerReference", kind: "text", widthChars: 22 },
  { head: "reconciliation.csv.ledgerDay", kind: "day" },
  { head: "reconciliation.csv.ledgerAmount", kind: "amount" },
  { head: "reconciliation.csv.ledgerOrder", kind: "text", widthChars: 36 },
  { head: "reconciliation.csv.transaction", kind: "text", widthChars: 66 },
  { head: "reconciliation.csv.effect", kind: "amount" },
] as const;

/** The rows of a bank day that are seen, in their order: what differs, then each side's line. */
export function dayTable(
  rows: readonly DayRow[],
  { t, day, decimals }: { t(key: TextKey): string; readonly day: string; readonly decimals: number },
): ListedTable {
  return {
    name: `${t("reconciliation.title")} ${day}`,
    decimals,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: rows.map((row) => [
      t(`reconciliation.kind.${row.kind}`),
      ...sideCells(row.bank),
      ...sideCells(row.ledger),
      row.ledger?.transaction ?? null,
      row.effectMinor,
    ]),
  };
}

function sideCells(line: DayRow["bank"] | DayRow["ledger"]): ListedCell[] {
  if (line === undefined) return [null, null, null, null];
  return [line.reference, line.valueDay, signed(line), line.endToEndId ?? null];
}
