import "./disbursement.css";
import { manifestsView } from "@mingbai/treasury/views/acts";
import { Link, useNavigate } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { ListState } from "./list-state.tsx";
import { useKeptNames } from "./use-list.ts";

const everyMs = 15_000;
const shownMax = 100;

/** Lists of people that were proposed, approved and paid, the newest first. */
export function Component() {
  const { t } = useText();
  const { unit, time } = useFormat();
  const navigate = useNavigate();
  const names = useKeptNames();
  const asked = useView(manifestsView, { limit: shownMax }, { everyMs });
  useKeys({ n: () => navigate("/disbursement/new") });
  const proposed = new Set(asked.data?.rows.map(({ manifest }) => manifest));
  const prepared =
    asked.data === undefined ? [] : [...names.values()].filter(({ manifest }) => !proposed.has(manifest));
  return (
    <>
      <div className="page">
        <PageTitle title={t("list.title")}>
          <span className="sp" />
          <Link className="btn p" to="/disbursement/new">
            <Icon name="plus" size={14} />
            {t("list.new")} <kbd>N</kbd>
          </Link>
        </PageTitle>
        {prepared.map(({ manifest, name, proposal }) => (
          <p key={manifest} className="note warn">
            <Icon name="warn" />
            <span>
              {t("list.notProposed", { name, count: proposal.count })}{" "}
              <Link to={`/disbursement/${manifest}`}>{t("list.goOn")}</Link>
            </span>
          </p>
        ))}
        <PageState
          asked={asked}
          what={t("list.title")}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState title={t("list.empty")}>{t("list.empty.words")}</EmptyState>}
        >
          {({ rows, next }) => (
            <section className="frame" aria-label={t("list.title")}>
              <table className="tbl lists-table">
                <caption className="sr">{t("list.title")}</caption>
                <TableHead
                  columns={[
                    { head: t("list.one") },
                    { head: t("list.payer") },
                    { head: t("list.fund") },
                    { head: t("list.count"), look: "r" },
                    { head: t("list.amount", { unit }), look: "r" },
                    { head: t("list.state") },
                    { head: t("list.proposed") },
                  ]}
                />
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.manifest}>
                      <th scope="row">
                        <Link to={`/disbursement/${row.manifest}`}>
                          {names.get(row.manifest)?.name ?? t("list.unnamed", { code: row.manifest.slice(0, 8) })}
                        </Link>
                      </th>
                      <td>{row.payer.name}</td>
                      <td>{row.fund.name}</td>
                      <td className="r">{countText(row.count)}</td>
                      <MoneyCell minor={row.totalMinor} />
                      <td>
                        <ListState row={row} />
                      </td>
                      <td className="nw sm i2">{time(row.proposed.timeMs)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {next !== null && <p className="sm i2">{t("list.shown", { count: rows.length })}</p>}
            </section>
          )}
        </PageState>
      </div>
      <KeyStrip keys={[{ press: ["N"], does: t("list.new") }]} />
    </>
  );
}
