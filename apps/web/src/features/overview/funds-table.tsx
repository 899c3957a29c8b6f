import type { FundTotal } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Figure, type FigureParts } from "../../ui/figure.tsx";
import { countText, percentText } from "../../ui/format-money.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { FundTotals } from "./three-figures.tsx";

/** One row a fund, bars on one scale, and a sum row that adds up. */
export function FundsTable({ data }: { data: FundTotals }) {
  const { t, language } = useText();
  const { unit, money } = useFormat();
  const { funds, total, readAt } = data;
  const scaleMax = Math.max(0, ...funds.map(({ depositedMinor }) => depositedMinor));
  const head = (what: "deposited" | "paid" | "left") => t("overview.inUnit", { what: t(`overview.${what}`), unit });
  const paidParts = (fund: FundTotal): FigureParts => ({
    parts: [
      { label: t("overview.burned"), minor: fund.burnedMinor, to: listOf(fund, "&status=burned") },
      { label: t("overview.notBurned"), minor: fund.paidMinor - fund.burnedMinor },
    ],
    height: readAt.height,
    ways: [{ label: t("overview.seePayments"), to: listOf(fund) }],
  });
  return (
    <section aria-labelledby="funds-title">
      <h2 id="funds-title">{t("overview.funds")}</h2>
      <p className="i2 sm">{t("overview.funds.lead")}</p>
      <div className="frame" tabIndex={-1}>
        <table className="tbl" aria-labelledby="funds-title">
          <TableHead
            columns={[
              { head: t("overview.fund") },
              { head: t("overview.bar"), look: "wide bar-column" },
              { head: head("deposited"), look: "r wide" },
              { head: head("paid"), look: "r" },
              { head: head("left"), look: "r wide" },
              { head: t("overview.payments"), look: "r wide" },
            ]}
          />
          <tbody>
            {funds.map((fund) => (
              <tr key={fund.id}>
                <th scope="row">
                  <Link to={listOf(fund)} id={`fund-${fund.id}`}>
                    {fund.name}
                  </Link>
                  <span className="narrow sm i2 num">
                    {t("overview.deposited")} {money(fund.depositedMinor)}
                    <br />
                    {t("overview.left")} {money(fund.leftMinor)}
                    <br />
                    {t("overview.payments")} {countText(fund.payments)}
                  </span>
                </th>
                <td className="wide">
                  <ShareBar
                    part={fund.paidMinor}
                    whole={fund.depositedMinor}
                    scaleMax={scaleMax}
                    label={t("overview.barName", {
                      fund: fund.name,
                      percent: percentText(fund.paidMinor, fund.depositedMinor, language),
                      paid: money(fund.paidMinor),
                      deposited: money(fund.depositedMinor),
                    })}
                  />
                </td>
                <MoneyCell wide minor={fund.depositedMinor} />
                <td className="r">
                  <Figure minor={fund.paidMinor} opened={paidParts(fund)} />
                </td>
                <MoneyCell wide minor={fund.leftMinor} />
                <td className="r wide">
                  <Link className="opens" to={listOf(fund)}>
                    {countText(fund.payments)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {t("ui.total")}
                <span className="narrow sm num">
                  {t("overview.deposited")} {money(total.depositedMinor)}
                  <br />
                  {t("overview.left")} {money(total.leftMinor)}
                </span>
              </th>
              <td className="wide" />
              <MoneyCell wide minor={total.depositedMinor} />
              <MoneyCell minor={total.paidMinor} />
              <MoneyCell wide minor={total.leftMinor} />
              <td className="r wide">{countText(total.payments)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function listOf(fund: FundTotal, more = ""): string {
  return `/payments?fund=${encodeURIComponent(fund.id)}${more}`;
}
