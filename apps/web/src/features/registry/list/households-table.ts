import type { HouseholdLine } from "@mingbai/registry/views/households";
import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { Language } from "../../../i18n/language.ts";
import type { Text } from "../../../i18n/use-text.ts";
import { optionText } from "../form-words.ts";
import { lineState } from "./line-state.ts";

const columns = [
  { head: "registry.number", kind: "text", widthChars: 16 },
  { head: "registry.head", kind: "text", widthChars: 12 },
  { head: "registry.people", kind: "count" },
  { head: "registry.village", kind: "text", widthChars: 20 },
  { head: "registry.team", kind: "text", widthChars: 10 },
  { head: "registry.monitored", kind: "text", widthChars: 20 },
  { head: "registry.cause", kind: "text", widthChars: 16 },
  { head: "registry.responsible", kind: "text", widthChars: 12 },
  { head: "registry.state", kind: "text", widthChars: 20 },
] as const;

/** Households as the list shows them and with no word more; `rows` may come page by page. */
export function householdsTable(
  rows: AsyncIterable<HouseholdLine>,
  { t, language }: { readonly t: Text; readonly language: Language },
): ListedTable {
  const cellsOf = (row: HouseholdLine): ListedCell[] => [
    row.number,
    row.head,
    row.people,
    row.area[language],
    row.team,
    optionText("household", "monitored", row.monitored, language),
    optionText("household", "cause", row.cause, language),
    row.responsible?.name ?? "",
    lineState(row, t).words,
  ];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row);
  }
  return {
    name: t("registry.title"),
    decimals: 0,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: cells(),
  };
}
