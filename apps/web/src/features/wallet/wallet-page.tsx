import "./wallet.css";
import { offersView, walletView } from "@mingbai/treasury/views/offers";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { PurchaseList } from "./purchase-list.tsx";
import { takePath } from "./read-code.ts";
import { ScanCode } from "./scan-code.tsx";
import { VoucherCard } from "./voucher-card.tsx";

const everyMs = 15_000;

/** A person's vouchers: what is left, until when, what today; paying, taking more, and what was spent. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("wallet.title")}>
      <Wallet />
    </SignedInOnly>
  );
}

function Wallet() {
  const { t } = useText();
  const isPerson = useSession()?.roles.includes("individual") === true;
  const asked = useView(walletView, {}, { everyMs, off: !isPerson });
  if (!isPerson) {
    return (
      <div className="page phone-page">
        <PageTitle title={t("wallet.title")} />
        <EmptyState title={t("wallet.notYours")} />
      </div>
    );
  }
  return (
    <div className="page phone-page">
      <PageTitle title={t("wallet.title")} />
      <ScanCode />
      <PageState asked={asked} what={t("wallet.what")} rows={4}>
        {({ offers, purchases }) => (
          <>
            {offers.length === 0 ? (
              <EmptyState title={t("wallet.none")}>{t("wallet.none.how")}</EmptyState>
            ) : (
              <ul className="vouchers">
                {offers.map((held) => (
                  <VoucherCard key={held.offer.id} held={held} />
                ))}
              </ul>
            )}
            <OpenOffers taken={new Set(offers.map(({ offer }) => offer.id))} />
            <section aria-labelledby="purchases-title">
              <h2 id="purchases-title">{t("wallet.purchases")}</h2>
              {purchases.length === 0 ? (
                <p className="i2">{t("wallet.purchases.none")}</p>
              ) : (
                <PurchaseList purchases={purchases} by="merchant" />
              )}
            </section>
          </>
        )}
      </PageState>
    </div>
  );
}

/** Offers that run and that this person has not taken. Whom an offer is for, its page says. */
function OpenOffers({ taken }: { taken: ReadonlySet<string> }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const { data } = useView(offersView, {});
  const open = (data?.rows ?? []).filter(
    ({ id, standing, taken: count, count: all }) => standing === "open" && count < all && !taken.has(id),
  );
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{t("wallet.open")}</h2>
      {data !== undefined && open.length === 0 && <p className="i2">{t("wallet.open.none")}</p>}
      <ul className="open-offers">
        {open.map(({ id, title, eachMinor, untilMs }) => (
          <li key={id}>
            <Link className="open-offer" to={takePath(id)}>
              <b>{title}</b>
              <span>{moneyWithUnit(eachMinor)}</span>
              <span className="sm i2">{t("wallet.until", { time: time(untilMs) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
