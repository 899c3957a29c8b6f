import { paymentsView } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { receiptOf } from "../payments/receipt-of.ts";

const refreshMs = 10_000;
const shownRows = 6;

/** The last few payments, each with its mark and its way. */
export function LatestPayments() {
  const { t } = useText();
  const { day, unit } = useFormat();
  const partyName = usePartyName();
  const asked = useView(paymentsView, { limit: shownRows }, { everyMs: refreshMs });
  return (
    <section aria-labelledby="latest-title">
      <div className="row wrap">
        <h2 id="latest-title">{t("overview.latest")}</h2>
        <span className="sp" />
        <Link to="/payments">{t("overview.all")}</Link>
      </div>
      <PageState asked={asked} what={t("overview.what.latest")}>
        {({ rows }) => (
          <table className="tbl" aria-labelledby="latest-title">
            <TableHead
              columns={[
                { head: t("payments.payee") },
                { head: t("payments.paidOn"), look: "wide" },
                { head: t("payments.purpose"), look: "wide" },
                { head: t("payments.fund"), look: "wide" },
                { head: t("payments.amount", { unit }), look: "r" },
                { head: t("ui.receipt"), isUnseen: true },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to={`/payments/${row.id}`} id={`latest-${row.id}`}>
                      {partyName(row.payee)}
                    </Link>
                    <span className="narrow sm i2">
                      {day(row.paidOn)} {row.fund.name}
                      <br />
                      {row.purpose}
                    </span>
                  </th>
                  <td className="wide nw i2 num">{day(row.paidOn)}</td>
                  <td className="wide">{row.purpose}</td>
                  <td className="wide i2">{row.fund.name}</td>
                  <MoneyCell minor={row.amountMinor} />
                  <td className="mark-cell">
                    <FactMark {...receiptOf(row)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PageState>
    </section>
  );
}
