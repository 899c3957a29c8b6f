import "./wallet.css";
import { type OfferRow, offersView, walletView } from "@mingbai/treasury/views/offers";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { takePath } from "./read-code.ts";
import { useAudienceWords } from "./use-audience-words.ts";

/** An offer as its code opens it: for everyone to read, and for a person to take once. */
export function Component() {
  const { t } = useText();
  const { offer = "" } = useParams();
  const isId = /^[0-9a-f]{64}$/.test(offer);
  const asked = useView(offersView, { id: offer }, { off: !isId });
  const none = <EmptyState title={t("take.none")}>{t("take.none.how")}</EmptyState>;
  return (
    <div className="page phone-page">
      <PageTitle title={t("take.title")} />
      {isId ? (
        <PageState asked={asked} what={t("take.what")} rows={4} isEmpty={({ rows }) => rows.length === 0} empty={none}>
          {({ rows: [row] }) => row && <Offer row={row} />}
        </PageState>
      ) : (
        none
      )}
    </div>
  );
}

function Offer({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const { who, where } = useAudienceWords();
  return (
    <section className="voucher" aria-labelledby="offer-title">
      <h2 id="offer-title">{row.title}</h2>
      {row.about !== "" && <p>{row.about}</p>}
      <p className="offer-sum">
        <span className="i2">{t("take.each")}</span> <b>{moneyWithUnit(row.eachMinor)}</b>
      </p>
      <dl className="dl">
        <dt>{t("take.who")}</dt>
        <dd>{who(row)}</dd>
        <dt>{t("take.where")}</dt>
        <dd>{where(row)}</dd>
        <dt>{t("take.left")}</dt>
        <dd>{t("take.count", { count: row.standing === "open" ? row.count - row.taken : 0 })}</dd>
      </dl>
      <p className="i2">
        {t("wallet.until", { time: time(row.untilMs) })}
        <br />
        {t("wallet.perDay", { amount: moneyWithUnit(row.perDayMinor) })}
      </p>
      <p className="sm i3">{t("wallet.by", { office: row.office.name, fund: row.fund.name })}</p>
      <TakePart row={row} />
    </section>
  );
}

/** Why nobody can take it now, in the order of the ledger; undefined where it can be taken. */
function useWhyNot(row: OfferRow): string | undefined {
  const { t } = useText();
  const { time } = useFormat();
  const nowMs = useNow();
  if (row.standing !== "open") return t(`take.not.${row.standing}`);
  if (nowMs < row.fromMs) return t("take.not.soon", { time: time(row.fromMs) });
  if (nowMs >= row.untilMs) return t("take.not.over");
  return row.taken >= row.count ? t("take.not.gone") : undefined;
}

function TakePart({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const session = useSession();
  const isPerson = session?.roles.includes("individual") === true;
  const wallet = useView(walletView, {}, { off: !isPerson });
  const settle = useSettledAct();
  const [isSigning, setSigning] = useState(false);
  const whyNot = useWhyNot(row);
  const isTaken = wallet.data?.offers.some(({ offer }) => offer.id === row.id) === true;
  if (isTaken) {
    return (
      <div className="note ok" role="status">
        <Icon name="tick" />
        <div>
          <p>{t("take.done")}</p>
          <Link to="/wallet">{t("take.toWallet")}</Link>
        </div>
      </div>
    );
  }
  if (whyNot !== undefined) return <p className="warn">{whyNot}</p>;
  if (session === undefined) {
    return (
      <Link className="btn p big-button" to={`/sign-in?then=${encodeURIComponent(takePath(row.id))}`}>
        {t("take.signIn")}
      </Link>
    );
  }
  if (!isPerson) return <p className="i2">{t("take.notYours")}</p>;
  const amount = moneyWithUnit(row.eachMinor);
  return (
    <>
      <button type="button" className="btn p big-button" onClick={() => setSigning(true)}>
        {t("take.do", { amount })}
      </button>
      {isSigning && (
        <Signing
          title={t("take.sign.title")}
          verb={t("take.sign.verb")}
          sentence={t("take.sign.sentence", { title: row.title, amount, time: time(row.untilMs) })}
          sign={async () => {
            await settle("treasury.takeOffer", { offer: row.id });
            setSigning(false);
          }}
          close={() => setSigning(false)}
        />
      )}
    </>
  );
}
