import "./wallet.css";
import { type MerchantRow, merchantsView, walletView } from "@mingbai/treasury/views/offers";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useNow } from "../../ui/use-now.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { accepts } from "./accepts.ts";
import { leftToday } from "./left-today.ts";
import { Paid, type PaidPurchase } from "./paid.tsx";
import { SpendForm } from "./spend-form.tsx";
import { useAudienceWords } from "./use-audience-words.ts";

/** A shop's code opens this page: choose the voucher, say how much, sign, and show that it is paid. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("spend.title")}>
      <Spend />
    </SignedInOnly>
  );
}

function Spend() {
  const { t } = useText();
  const { merchant = "" } = useParams();
  const session = useSession();
  const isPerson = session?.roles.includes("individual") === true;
  const asked = useView(merchantsView, { account: merchant }, { off: !/^[0-9a-f]{16}$/.test(merchant) });
  const [paid, setPaid] = useState<PaidPurchase>();
  const none = <EmptyState title={t("spend.noMerchant")}>{t("spend.noMerchant.how")}</EmptyState>;
  return (
    <div className="page phone-page">
      <PageTitle title={t("spend.title")} />
      {paid !== undefined ? (
        <Paid paid={paid} onAgain={() => setPaid(undefined)} />
      ) : (
        <PageState asked={asked} what={t("spend.what")} rows={3} isEmpty={({ rows }) => rows.length === 0} empty={none}>
          {({ rows }) => {
            if (!isPerson) return <EmptyState title={t("wallet.notYours")} />;
            if (merchant === session?.account) return <EmptyState title={t("spend.own")} />;
            return <WithVouchers registrations={rows} onPaid={setPaid} />;
          }}
        </PageState>
      )}
    </div>
  );
}

/** The vouchers that this shop takes and that something is left of today; those that end first come first. */
function WithVouchers({
  registrations,
  onPaid,
}: {
  registrations: readonly MerchantRow[];
  onPaid(paid: PaidPurchase): void;
}) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { areas } = useAudienceWords();
  const nowMs = useNow();
  const asked = useView(walletView, {});
  const [registration] = registrations;
  if (registration === undefined) return null;
  return (
    <PageState asked={asked} what={t("spend.what")} rows={3}>
      {({ offers }) => {
        const fitting = offers
          .filter(({ offer }) => accepts(offer, registrations, areas))
          .map((held) => ({ held, ...leftToday(held, { nowMs, zoneOffsetMinutes }) }))
          .filter(({ refusal }) => refusal === undefined || refusal === "today");
        if (fitting.length > 0)
          return <SpendForm merchant={registration.merchant} vouchers={fitting} onPaid={onPaid} />;
        return (
          <EmptyState title={t("spend.noneFits")}>
            <Link to="/wallet">{t("spend.noneFits.how")}</Link>
          </EmptyState>
        );
      }}
    </PageState>
  );
}
