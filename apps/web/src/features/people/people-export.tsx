import { type PersonRow, peopleView } from "@mingbai/identity/views";
import type { ListedCell } from "@mingbai/sdk/tables/listed-table";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { ExportFiles } from "../../ui/export-files.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/** Hands out the people of one organisation with what they hold, all pages of them. */
export function PeopleExport({ organisation, name }: { organisation: string; name: string }) {
  const { t } = useText();
  const { nameText, areaText, termText, join, dayAt } = usePeopleWords();
  const roleText = ({ role, area, fromMs, untilMs, deputyOf }: PersonRow["roles"][number]) =>
    [
      t(`role.${role}`),
      areaText(area),
      termText({ fromMs, untilMs }),
      deputyOf === null ? "" : t("people.deputyOf", { name: nameText(deputyOf) }),
    ]
      .filter((words) => words !== "")
      .join(" · ");
  const cellsOf = (person: PersonRow): ListedCell[] => [
    nameText(person),
    person.account,
    join(person.roles.map(roleText)),
    person.leave === null
      ? null
      : t("people.term.both", { from: dayAt(person.leave.fromMs), until: dayAt(person.leave.untilMs - 1) }),
    join(person.deputies.map(nameText)),
    person.keys,
  ];
  async function* rows() {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { organisation, ...(cursor === undefined ? {} : { cursor }) };
      const page: { rows: PersonRow[]; next: string | null } = await runQuery(peopleView, asked);
      for (const row of page.rows) yield cellsOf(row);
      cursor = page.next;
    }
  }
  const columns = [
    { head: t("people.person"), kind: "text" },
    { head: t("people.csv.account"), kind: "text" },
    { head: t("people.roles"), kind: "text", widthChars: 60 },
    { head: t("people.absence"), kind: "text", widthChars: 28 },
    { head: t("people.csv.deputies"), kind: "text", widthChars: 28 },
    { head: t("people.keys"), kind: "count" },
  ] as const;
  return <ExportFiles small file={`people-${name}`} table={() => ({ name, decimals: 0, columns, rows: rows() })} />;
}
