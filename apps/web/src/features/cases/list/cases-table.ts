import type { CaseLine } from "@mingbai/registry/views/cases";
import type { ListedCell, ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { Language } from "../../../i18n/language.ts";
import type { Text } from "../../../i18n/use-text.ts";
import { lastMoment, type useCaseWords } from "../use-case-words.ts";

const columns = [
  { head: "registry.number", kind: "text", widthChars: 16 },
  { head: "registry.head", kind: "text", widthChars: 12 },
  { head: "cases.kind", kind: "text", widthChars: 12 },
  { head: "registry.village", kind: "text", widthChars: 20 },
  { head: "cases.stands", kind: "text", widthChars: 20 },
  { head: "cases.turn", kind: "text", widthChars: 24 },
  { head: "cases.opened", kind: "text", widthChars: 20 },
  { head: "cases.due", kind: "text", widthChars: 20 },
  { head: "cases.objections", kind: "count" },
] as const;

interface Wording extends ReturnType<typeof useCaseWords> {
  readonly t: Text;
  readonly language: Language;
  time(timeMs: number): string;
}

/** Cases as the list shows them and with no word more; `rows` may come page by page. */
export function casesTable(
  rows: AsyncIterable<CaseLine>,
  { t, language, time, stageText, turnText }: Wording,
): ListedTable {
  const cellsOf = (row: CaseLine): ListedCell[] => [
    row.number,
    row.head,
    t(`cases.kind.${row.kind}`),
    row.area[language],
    stageText(row),
    turnText(row),
    time(row.openedMs),
    row.dueMs === null ? "" : time(lastMoment(row.dueMs)),
    row.objections,
  ];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row);
  }
  return {
    name: t("cases.title"),
    decimals: 0,
    columns: columns.map((column) => ({ ...column, head: t(column.head) })),
    rows: cells(),
  };
}
