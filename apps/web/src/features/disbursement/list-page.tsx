import "../matter/matter.css";
import "../matter/matter-parts.css";
import "./disbursement.css";
import { Link, useParams } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ApprovePart } from "./approve-part.tsx";
import { ListState } from "./list-state.tsx";
import { ListSteps } from "./list-steps.tsx";
import { ProposeAgain } from "./propose-again.tsx";
import { ResultPart } from "./result-part.tsx";
import { SendPart } from "./send-part.tsx";
import { stepOf, useKeptList, useListRow } from "./use-list.ts";

/** One list on its way: who approves, sending, the result of every row. */
export function Component() {
  const { t } = useText();
  const { time } = useFormat();
  const { manifest = "" } = useParams();
  const { asked, row } = useListRow(manifest);
  const kept = useKeptList(manifest).data;
  const name = kept?.list.name ?? t("list.unnamed", { code: manifest.slice(0, 8) });
  return (
    <div className="matter-page list-page">
      <div className="matter-head">
        <p className="sm">
          <Link to="/disbursement" className="row">
            <Icon name="left" size={14} />
            {t("list.title")}
          </Link>
        </p>
        <PageTitle title={name}>
          {row && <ListState row={row} />}
          <span className="sp" />
          {row && <PaperButton kind="list" id={manifest} file={`${name} ${t("list.result.file")}`} />}
        </PageTitle>
        <ListSteps now={row ? stepOf(row) : "propose"} />
      </div>
      <PageState asked={asked} what={t("list.what")} rows={6}>
        {() =>
          !row ? (
            <div className="state">
              {kept ? <ProposeAgain list={kept.list} /> : <p className="i2">{t("list.none")}</p>}
            </div>
          ) : (
            <div className="matter-panes list-panes">
              <div className="matter-body">
                <dl className="facts">
                  <div>
                    <dt>{t("list.unit.people")}</dt>
                    <dd className="num">{countText(row.count)}</dd>
                  </div>
                  <div>
                    <dt>{t("list.sum")}</dt>
                    <dd>
                      <Money minor={row.totalMinor} />
                    </dd>
                  </div>
                  <div>
                    <dt>{t("list.payer")}</dt>
                    <dd>{row.payer.name}</dd>
                  </div>
                  <div>
                    <dt>{t("list.fund")}</dt>
                    <dd>
                      {row.fund.name} <small>{t("list.tranche", { tranche: row.tranche })}</small>
                    </dd>
                  </div>
                  <div>
                    <dt>{t("list.proposed")}</dt>
                    <dd>
                      <small>{time(row.proposed.timeMs)}</small>
                    </dd>
                  </div>
                </dl>
                {kept && <ResultPart list={kept.list} batches={kept.batches} />}
                {!kept && row.paidBatches > 0 && (
                  <p className="i2">
                    {t("list.paidSoFar", { count: row.paidCount })} <Money minor={row.paidMinor} />
                  </p>
                )}
              </div>
              <aside className="matter-side list-side" aria-label={t("list.signers")}>
                <ApprovePart row={row} />
                {kept ? (
                  <SendPart row={row} list={kept.list} batches={kept.batches} />
                ) : (
                  row.state !== "proposed" && row.state !== "paid" && <p className="sm i2">{t("list.send.where")}</p>
                )}
              </aside>
            </div>
          )
        }
      </PageState>
    </div>
  );
}
