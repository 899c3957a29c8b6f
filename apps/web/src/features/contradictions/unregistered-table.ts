import type { UnregisteredLine } from "@mingbai/registry/views/unregistered";
import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { Language } from "../../i18n/language.ts";
import type { Text } from "../../i18n/use-text.ts";
import { ruleTitle } from "./reason/level-words.ts";

const columns = [
  { head: "registry.village", kind: "text", widthChars: 20 },
  { head: "unfiled.people", kind: "text", widthChars: 40 },
  { head: "unfiled.for", kind: "text", widthChars: 60 },
  { head: "unfiled.against", kind: "text", widthChars: 60 },
  { head: "unfiled.besides", kind: "text", widthChars: 20 },
] as const;

/** People without a file as the page shows them, their numbers masked. */
export function unregisteredTable(
  rows: AsyncIterable<UnregisteredLine>,
  { t, language }: { readonly t: Text; readonly language: Language },
): ListedTable {
  const told = (reasons: UnregisteredLine["reasons"]) =>
    reasons.map(({ rule, words }) => `${ruleTitle(rule, language)} ${words[language]}`).join(t("unfiled.stop"));
  const cellsOf = ({ area, people, reasons, against, besides }: UnregisteredLine): ListedCell[] => [
    area?.[language] ?? "",
    people.map(({ name, number }) => t("unfiled.person", { name, number })).join(t("file.join")),
    told(reasons),
    told(against),
    besides.map(({ number }) => number).join(t("file.join")),
  ];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row);
  }
  return {
    name: t("unfiled.title"),
    decimals: 0,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: cells(),
  };
}
