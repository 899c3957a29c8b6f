import { type OfferRow, offerTakersView } from "@mingbai/treasury/views/offers";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

const shownMax = 100;

/** Who took the offer lately, and what of it is left with them; names are masked. */
export function TakersPart({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { unit, time } = useFormat();
  const partyName = usePartyName();
  const asked = useView(offerTakersView, { offer: row.id, limit: shownMax });
  return (
    <section aria-labelledby="takers-title">
      <h2 id="takers-title">{t("offer.takers")}</h2>
      <PageState
        asked={asked}
        what={t("offer.takers")}
        rows={3}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<p className="i2">{t("offer.takers.none")}</p>}
      >
        {({ rows, next }) => (
          <>
            <table className="tbl takers-table">
              <caption className="sr">{t("offer.takers")}</caption>
              <TableHead
                columns={[
                  { head: t("offer.taker") },
                  { head: t("offer.taker.time"), look: "wide" },
                  { head: t("offers.spent", { unit }), look: "r" },
                  { head: t("offer.taker.left", { unit }), look: "r" },
                  { head: t("track.receipt"), look: "mark-cell", isUnseen: true },
                ]}
              />
              <tbody>
                {rows.map(({ taker, heldMinor, spentMinor, taken }) => (
                  <tr key={taker.account}>
                    <th scope="row">
                      {partyName(taker)} <span className="mono sm i3">{taker.account.slice(0, 8)}</span>
                    </th>
                    <td className="wide nw sm i2">{time(taken.timeMs)}</td>
                    <MoneyCell minor={spentMinor} />
                    <MoneyCell minor={heldMinor} />
                    <td className="mark-cell">
                      <FactMark transactionId={taken.transaction} title={partyName(taker)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {next !== null && <p className="sm i2">{t("offer.takers.shown", { count: rows.length })}</p>}
          </>
        )}
      </PageState>
    </section>
  );
}
