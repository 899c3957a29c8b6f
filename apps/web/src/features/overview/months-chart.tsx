import { monthlyPaidView } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { ColumnChart } from "../../ui/column-chart.tsx";
import { chartScale } from "../../ui/format-money.ts";
import { monthText } from "../../ui/format-time.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLook } from "../../ui/use-look.ts";

const monthsShownMax = 24;
const labelledMonthsMax = 12;

/** The last day of a month `YYYY-MM`. */
function monthEnd(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/** How the money moves in time: columns, and the same as a table whose months open. */
export function MonthsChart() {
  const { t, language } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const { currency } = useLedger();
  const { size } = useLook();
  const asked = useView(monthlyPaidView, {});
  return (
    <section aria-labelledby="months-title">
      <h2 id="months-title">{t("overview.months")}</h2>
      <PageState asked={asked} what={t("overview.what.months")}>
        {({ months }) => {
          const shown = months.slice(-monthsShownMax);
          const most = shown.reduce((top, month) => (month.paidMinor > top.paidMinor ? month : top), {
            month: "",
            paidMinor: 0,
            payments: 0,
          });
          const scale = chartScale(most.paidMinor, { currency, language });
          const few = shown.length <= labelledMonthsMax && size === "usual";
          const columns = shown.map(({ month, paidMinor }, index) => ({
            key: month,
            label: monthText(month, language, month.endsWith("-01") && !few),
            value: paidMinor,
            text: Math.round(paidMinor / scale.perMark).toLocaleString("en-US"),
            current: index === shown.length - 1,
          }));
          const name = t("overview.monthsName", {
            unit,
            month: most.month ? monthText(most.month, language, true) : "",
            amount: moneyWithUnit(most.paidMinor),
          });
          return (
            <>
              <p className="sm i3">{t("overview.monthsUnit", { unit: scale.unit })}</p>
              <ColumnChart
                columns={columns}
                name={name}
                height={250}
                showText={few}
                labelEvery={few ? 1 : Math.ceil(shown.length / 4)}
              />
              <details className="chart-table">
                <summary>{t("overview.monthsTable")}</summary>
                <table className="tbl" aria-labelledby="months-title">
                  <TableHead
                    columns={[
                      { head: t("overview.month") },
                      { head: t("overview.inUnit", { what: t("overview.paid"), unit }), look: "r" },
                    ]}
                  />
                  <tbody>
                    {months.map(({ month, paidMinor }) => (
                      <tr key={month}>
                        <th scope="row">{monthText(month, language, true)}</th>
                        <td className="r">
                          <Link className="opens" to={`/payments?from=${month}-01&to=${monthEnd(month)}`}>
                            <Money minor={paidMinor} />
                          </Link>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                  <tfoot>
                    <tr>
                      <th scope="row">{t("ui.total")}</th>
                      <MoneyCell minor={months.reduce((sum, { paidMinor }) => sum + paidMinor, 0)} />
                    </tr>
                  </tfoot>
                </table>
              </details>
            </>
          );
        }}
      </PageState>
    </section>
  );
}
