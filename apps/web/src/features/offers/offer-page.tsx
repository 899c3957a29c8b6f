import "./offers.css";
import { type OfferRow, offersView } from "@mingbai/treasury/views/offers";
import { useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { useAudienceWords } from "../wallet/use-audience-words.ts";
import { OfferActs } from "./offer-acts.tsx";
import { OfferState, useOfferTitle } from "./offer-state.tsx";
import { TakeCode } from "./take-code.tsx";
import { TakersPart } from "./takers-part.tsx";
import { whoMay } from "./who-may.ts";

const everyMs = 10_000;

/** One offer on its office's desk. */
export function Component() {
  const { t } = useText();
  const { offer = "" } = useParams();
  return (
    <SignedInOnly title={t("offers.title")}>
      <Offer id={offer} />
    </SignedInOnly>
  );
}

function Offer({ id }: { id: string }) {
  const { t } = useText();
  const may = whoMay(useSession()?.roles);
  const titleOf = useOfferTitle();
  const asked = useView(offersView, { id }, { everyMs, off: !/^[0-9a-f]{64}$/.test(id) });
  const [row] = asked.data?.rows ?? [];
  return (
    <div className="page offer-page">
      <PageTitle title={row ? titleOf(row) : t("offers.title")}>
        {row && <OfferState row={row} />}
        {row && <FactMark transactionId={(row.opened ?? row.proposed).transaction} title={titleOf(row)} />}
      </PageTitle>
      <PageState
        asked={asked}
        what={t("offers.what")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("offer.none")} />}
      >
        {({ rows: [found] }) =>
          found && (
            <>
              <OfferActs row={found} />
              <div className="offer-parts">
                <div>
                  <MoneyPart row={found} />
                  <TermsPart row={found} />
                </div>
                {found.standing === "open" && <TakeCode row={found} />}
              </div>
              {may.seeTakers && found.opened !== null && <TakersPart row={found} />}
            </>
          )
        }
      </PageState>
    </div>
  );
}

/** Where the money of the offer is; the parts add up to what was set aside. */
function MoneyPart({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { unit } = useFormat();
  const parts = [
    ["offer.untaken", row.untakenMinor],
    ["offer.held", row.heldMinor],
    ["offer.spent", row.spentMinor],
    ["offer.back", row.backMinor],
  ] as const;
  return (
    <section aria-labelledby="money-title">
      <h2 id="money-title">{t("offer.money")}</h2>
      <table className="tbl offer-money">
        <caption className="sr">
          {t("offer.money")} ({unit})
        </caption>
        <tbody>
          {parts.map(([key, minor]) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <MoneyCell minor={minor} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("offer.whole")}</th>
            <td className="r">
              <Money minor={row.opened === null ? 0 : row.eachMinor * row.count} /> <small className="i3">{unit}</small>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function TermsPart({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const { who, where } = useAudienceWords();
  const facts = [
    [t("take.each"), moneyWithUnit(row.eachMinor)],
    [t("offers.taken"), t("offers.takenOf", { taken: row.taken, count: row.count })],
    [t("offer.perDay"), moneyWithUnit(row.perDayMinor)],
    [t("take.who"), who(row)],
    [t("take.where"), where(row)],
    [t("offer.period"), t("offer.fromUntil", { from: time(row.fromMs), until: time(row.untilMs) })],
    [t("offer.fund"), row.fund.name],
  ] as const;
  return (
    <section aria-labelledby="terms-title">
      <h2 id="terms-title">{t("offer.terms")}</h2>
      {row.about !== "" && <p>{row.about}</p>}
      <dl className="dl">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
