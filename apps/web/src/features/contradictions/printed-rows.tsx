import type { VerdictLine } from "@mingbai/registry/views/verdicts";
import { useText } from "../../i18n/use-text.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { LevelState } from "./reason/level-state.tsx";
import { ruleTitle } from "./reason/level-words.ts";
import { printedMax } from "./use-printed-rows.ts";

/** The list on paper, with room for what was found on the spot. On the screen it is not there. */
export function PrintedRows({ rows }: { rows: readonly VerdictLine[] }) {
  const { t, language } = useText();
  if (rows.length === 0) return null;
  const heads = ["registry.number", "registry.head", "registry.village", "compare.level", "compare.rule"] as const;
  return (
    <div className="print-only">
      <table className="tbl">
        <caption className="sr">{t("compare.title")}</caption>
        <TableHead columns={[...heads.map((head) => ({ head: t(head) })), { head: t("compare.onTheSpot") }]} />
        <tbody>
          {rows.map(({ household, number, head, area, level, rules }) => (
            <tr key={household}>
              <th scope="row">{number}</th>
              <td>{head}</td>
              <td>{area[language]}</td>
              <td>
                <LevelState level={level} />
              </td>
              <td>{rules.map((rule) => ruleTitle(rule, language)).join(t("file.join"))}</td>
              <td className="on-the-spot" />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === printedMax && <p>{t("compare.print.max", { count: printedMax })}</p>}
    </div>
  );
}
