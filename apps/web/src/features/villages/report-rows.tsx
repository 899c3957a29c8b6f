import type { VillageReport } from "@mingbai/registry/views/village-report";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { LevelState } from "../contradictions/reason/level-state.tsx";
import { ruleTitle } from "../contradictions/reason/level-words.ts";
import { useFaultTitle } from "./fault-title.ts";
import { fieldTitle } from "./field-title.ts";

/** The error list: each household that has something to be looked at; opening one shows what, and cleans it. */
export function ReportRows({ report, only }: { report: VillageReport; only: readonly string[] | undefined }) {
  const { t, language } = useText();
  const faultTitle = useFaultTitle();
  const rows = only === undefined ? report.rows : report.rows.filter(({ household }) => only.includes(household));
  const done = new Set(report.settled.flatMap(({ households }) => households));
  const join = (words: readonly string[]) => words.join(t("file.join"));
  return (
    <section aria-labelledby="error-list">
      <h3 id="error-list">{t("village.list", { number: rows.length })}</h3>
      <p className="sm i2 on-screen">{t("village.list.how")}</p>
      {rows.length === 0 && (
        <p className="i2">{t(only === undefined ? "village.list.none" : "village.list.noneHere")}</p>
      )}
      {rows.length > 0 && (
        <table className="tbl report-table">
          <caption className="sr">{t("village.list", { number: rows.length })}</caption>
          <TableHead
            columns={[
              { head: t("registry.number") },
              { head: t("registry.head") },
              { head: t("compare.level"), look: "wide" },
              { head: t("village.what") },
            ]}
          />
          <tbody>
            {rows.map(({ household, number, head, level, rules, faults, proposals }) => (
              <tr key={household}>
                <th scope="row">
                  <Link className="num nw" to={`/contradictions/${household}`}>
                    {number === "" ? t("registry.unnumbered") : number}
                  </Link>
                  <span className="narrow sm">
                    <LevelState level={level} />
                  </span>
                </th>
                <td>{head}</td>
                <td className="wide">
                  <LevelState level={level} />
                </td>
                <td>
                  {rules.length > 0 && <p>{join(rules.map((rule) => ruleTitle(rule, language)))}</p>}
                  {faults.length > 0 && (
                    <p className="i2">{t("village.row.faults", { what: join(faults.map(faultTitle)) })}</p>
                  )}
                  {done.has(household) && <p className="i2">{t("village.report.settled")}</p>}
                  {proposals.length > 0 && (
                    <p className="i2">
                      {t("village.row.proposals", {
                        what: join(proposals.map((field) => fieldTitle(field, language))),
                      })}
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
