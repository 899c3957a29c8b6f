import { payeeTotalsView } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

const refreshMs = 10_000;
const shownRows = 12;

/** The payees with the most money, the others in one row, and the sum of all. */
export function PayeesTable() {
  const { t } = useText();
  const { unit } = useFormat();
  const partyName = usePartyName();
  const asked = useView(payeeTotalsView, { limit: shownRows }, { everyMs: refreshMs });
  return (
    <section aria-labelledby="payees-title">
      <h2 id="payees-title">{t("overview.payees")}</h2>
      <PageState asked={asked} what={t("overview.what.payees")}>
        {({ rows, others, total }) => (
          <table className="tbl" aria-labelledby="payees-title">
            <TableHead
              columns={[
                { head: t("overview.payee") },
                { head: t("overview.payments"), look: "r wide" },
                { head: t("overview.inUnit", { what: t("overview.paid"), unit }), look: "r" },
              ]}
            />
            <tbody>
              {rows.map(({ payee, paidMinor, payments }) => (
                <tr key={payee.account}>
                  <th scope="row">
                    <Link to={`/payments?payee=${payee.account}`} id={`payee-${payee.account}`}>
                      {partyName(payee)}
                    </Link>
                    <span className="narrow sm i2 num">
                      {t("overview.payments")} {countText(payments)}
                    </span>
                  </th>
                  <td className="r wide i2">{countText(payments)}</td>
                  <td className="r">
                    <Link className="opens" to={`/payments?payee=${payee.account}`}>
                      <Money minor={paidMinor} />
                    </Link>
                  </td>
                </tr>
              ))}
              {others.payees > 0 && (
                <tr>
                  <th scope="row" className="i2">
                    {t("overview.others", { count: others.payees })}
                  </th>
                  <td className="r wide i2">{countText(others.payments)}</td>
                  <td className="r">
                    <Link className="opens" to="/payments?sort=payee&order=asc">
                      <Money minor={others.paidMinor} />
                    </Link>
                  </td>
                </tr>
              )}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("ui.total")}</th>
                <td className="r wide">{countText(total.payments)}</td>
                <MoneyCell minor={total.paidMinor} />
              </tr>
            </tfoot>
          </table>
        )}
      </PageState>
    </section>
  );
}
