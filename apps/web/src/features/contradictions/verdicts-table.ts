import type { VerdictLine } from "@mingbai/registry/views/verdicts";
import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { Language } from "../../i18n/language.ts";
import type { Text } from "../../i18n/use-text.ts";
import { ruleTitle } from "./reason/level-words.ts";
import { sourceTitle } from "./reason/source-title.ts";

const columns = [
  { head: "registry.number", kind: "text", widthChars: 16 },
  { head: "registry.head", kind: "text", widthChars: 12 },
  { head: "registry.village", kind: "text", widthChars: 20 },
  { head: "compare.level", kind: "text", widthChars: 8 },
  { head: "compare.rule", kind: "text", widthChars: 40 },
  { head: "compare.column.open", kind: "count" },
  { head: "compare.column.settled", kind: "count" },
  { head: "compare.answered", kind: "text", widthChars: 12 },
  { head: "compare.column.sources", kind: "text", widthChars: 30 },
  { head: "compare.column.unasked", kind: "count" },
  { head: "compare.day", kind: "text", widthChars: 12 },
] as const;

/** Households as the desk's list shows them and with nothing of what a reason says: that needs an opened file. */
export function verdictsTable(
  rows: AsyncIterable<VerdictLine>,
  { t, language }: { readonly t: Text; readonly language: Language },
): ListedTable {
  const cellsOf = (row: VerdictLine): ListedCell[] => [
    row.number,
    row.head,
    row.area[language],
    t(`compare.level.${row.level}`),
    row.rules.map((rule) => ruleTitle(rule, language)).join(t("file.join")),
    row.reasons,
    row.settled + row.settledSince,
    row.isAnswered ? t("compare.answered.yes") : "",
    row.sources.map((source) => sourceTitle(source, language)).join(t("file.join")),
    row.unasked,
    row.day,
  ];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row);
  }
  return {
    name: t("compare.title"),
    decimals: 0,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: cells(),
  };
}
