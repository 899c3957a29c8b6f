import "../../people/people.css";
import "./hand-over.css";
import { type HandedOver, handOverView } from "@mingbai/registry/views/help";
import { Link, useParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { TitledTable } from "../../../ui/titled-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { optionText } from "../../registry/form-words.ts";
import { useHelperWords } from "../use-helper-words.ts";
import { useOpenWords } from "./use-open-words.ts";

const signatures = ["from", "to", "by"] as const;

/** What one decision handed over, to be printed and signed on paper as well: each household with what is open there. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("handover.title")}>
      <HandOver />
    </SignedInOnly>
  );
}

function HandOver() {
  const { t } = useText();
  const { time } = useFormat();
  const { nameText } = useHelperWords();
  const { transaction = "" } = useParams();
  const asked = useView(handOverView, { transaction });
  return (
    <div className="page people hand-over-page">
      <Link className="way sm no-print" to="/helpers">
        <Icon name="left" size={14} />
        {t("assign.back")}
      </Link>
      <PageTitle title={t("handover.title")}>
        <span className="sp" />
        <button type="button" className="btn s t no-print" onClick={() => window.print()}>
          <Icon name="print" size={14} />
          {t("handover.print")}
        </button>
      </PageTitle>
      <PageState
        asked={asked}
        what={t("handover.what")}
        rows={6}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("handover.none")}>{t("handover.none.how")}</EmptyState>}
      >
        {({ rows, by, timeMs }) => (
          <>
            {by !== null && timeMs !== null && (
              <p className="i2">
                {t("handover.by", { name: nameText(by), time: time(timeMs) })}{" "}
                <FactMark transactionId={transaction} title={t("handover.title")} />
              </p>
            )}
            {[...Map.groupBy(rows, ({ to }) => to.account).values()].map((taken) => (
              <Taken key={taken[0]?.to.account} rows={taken} />
            ))}
          </>
        )}
      </PageState>
    </div>
  );
}

/** What one person takes over, with the lines that are signed on paper. */
function Taken({ rows }: { rows: readonly HandedOver[] }) {
  const { t, language } = useText();
  const { nameText } = useHelperWords();
  const openWords = useOpenWords();
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <div className="taken">
      <TitledTable
        title={t("handover.to", { name: nameText(first.to), count: rows.length })}
        columns={[{ head: t("handover.household") }, { head: t("handover.from") }, { head: t("handover.open") }]}
      >
        {rows.map((row) => {
          const open = openWords(row);
          const monitored = optionText("household", "monitored", row.monitored, language);
          return (
            <tr key={row.household}>
              <th scope="row">
                <Link to={`/registry/${row.household}`} className="num">
                  {row.number === "" ? t("registry.unnumbered") : row.number}
                </Link>{" "}
                {row.head}
                <span className="sm i2 line">
                  {[row.area[language], monitored].filter((one) => one !== "").join(" · ")}
                </span>
              </th>
              <td>{row.from === null ? "" : nameText(row.from)}</td>
              <td>
                {open.length === 0 ? (
                  <span className="i3">{t("handover.open.none")}</span>
                ) : (
                  <ul>
                    {open.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          );
        })}
      </TitledTable>
      <dl className="signatures">
        {signatures.map((one) => (
          <div key={one}>
            <dt>{t(`handover.sign.${one}`)}</dt>
            <dd>{t("handover.sign.day")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
