import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { PageState } from "../../../ui/page-state.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useVisits } from "./use-visits.ts";

/** Who was there, when, and what they wrote, the newest first; how often in a year, and how often by who answers for them. */
export function VisitsPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const { time } = useFormat();
  const asked = useVisits(file.household);
  return (
    <section id="part-visits" aria-labelledby="visits">
      <h2 id="visits">
        {t("visits.title")}{" "}
        {asked.data && asked.data.lately > 0 && (
          <small>{t("visits.counts", { lately: asked.data.lately, own: asked.data.byResponsible })}</small>
        )}
      </h2>
      <PageState
        asked={asked}
        what={t("visits.title")}
        rows={2}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="i2">{t("visits.none")}</p>}
      >
        {({ rows, total }) => (
          <>
            <table className="tbl visits-table" aria-labelledby="visits">
              <TableHead
                columns={[
                  { head: t("visits.when") },
                  { head: t("visits.who") },
                  { head: t("visits.what") },
                  { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
                ]}
              />
              <tbody>
                {rows.map(({ transaction, timeMs, by, words, changed }) => (
                  <tr key={transaction}>
                    <th scope="row" className="num nw">
                      {time(timeMs)}
                    </th>
                    <td className="nw">{by.name === "" ? by.account : by.name}</td>
                    <td>
                      {words === "" ? t("visits.noWords") : words}
                      {changed > 0 && <span className="sm i3"> {t("visits.changed", { count: changed })}</span>}
                    </td>
                    <td className="mark-cell">
                      <FactMark transactionId={transaction} title={t("visits.title")} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {total > rows.length && <p className="sm i3">{t("visits.more", { count: total - rows.length })}</p>}
          </>
        )}
      </PageState>
    </section>
  );
}
