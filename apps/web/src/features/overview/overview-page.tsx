import "./overview.css";
import { fundTotalsView } from "@mingbai/treasury/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FundsTable } from "./funds-table.tsx";
import { LatestPayments } from "./latest-payments.tsx";
import { MonthsChart } from "./months-chart.tsx";
import { PayeesTable } from "./payees-table.tsx";
import { ThreeFigures } from "./three-figures.tsx";

const refreshMs = 10_000;

/** Totals by fund and payee: three figures that add up, then the tables they come from. */
export function Component() {
  const { t } = useText();
  const { time } = useFormat();
  const funds = useView(fundTotalsView, {}, { everyMs: refreshMs });
  return (
    <div className="page overview">
      <PageTitle title={t("overview.title")} />
      <PageState
        asked={funds}
        what={t("overview.what.funds")}
        isEmpty={({ funds: rows }) => rows.length === 0}
        empty={<EmptyState title={t("overview.empty")}>{t("overview.empty.how")}</EmptyState>}
      >
        {(data) => (
          <>
            <p className="i2 lead">
              {t("overview.lead", { time: time(data.readAt.timeMs), height: countText(data.readAt.height) })}
            </p>
            <ThreeFigures data={data} />
            <FundsTable data={data} />
            <div className="two">
              <PayeesTable />
              <MonthsChart />
            </div>
            <LatestPayments />
          </>
        )}
      </PageState>
    </div>
  );
}
