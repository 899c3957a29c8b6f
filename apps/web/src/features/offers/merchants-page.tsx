import "./offers.css";
import { type MerchantRow, merchantsView } from "@mingbai/treasury/views/offers";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Signing } from "../../ui/signing.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { useAudienceWords } from "../wallet/use-audience-words.ts";
import { RegisterForm } from "./register-form.tsx";
import { whoMay } from "./who-may.ts";

/** With whom an organisation's vouchers may be spent; its administrator registers and withdraws. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("shops.title")}>
      <Merchants />
    </SignedInOnly>
  );
}

function Merchants() {
  const { t } = useText();
  const session = useSession();
  const may = whoMay(session?.roles);
  const asked = useView(merchantsView, may.seeAll ? {} : { organisation: session?.organisation ?? "" }, {
    off: !may.see,
  });
  return (
    <div className="page">
      <PageTitle title={t("shops.title")} />
      {!may.see && <EmptyState title={t("offers.notYours")} />}
      {may.register && <RegisterForm />}
      {may.see && (
        <PageState
          asked={asked}
          what={t("shops.what")}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState title={t("shops.none")}>{t("shops.none.how")}</EmptyState>}
        >
          {({ rows }) => <MerchantsTable rows={rows} mayWithdraw={may.register} />}
        </PageState>
      )}
    </div>
  );
}

function MerchantsTable({ rows, mayWithdraw }: { rows: readonly MerchantRow[]; mayWithdraw: boolean }) {
  const { t } = useText();
  const { time } = useFormat();
  const { areaName } = useAudienceWords();
  const settle = useSettledAct();
  const [leaving, setLeaving] = useState<MerchantRow>();
  return (
    <>
      <table className="tbl merchants-table">
        <caption className="sr">{t("shops.title")}</caption>
        <TableHead
          columns={[
            { head: t("shops.name") },
            { head: t("shops.place"), look: "wide" },
            { head: t("shops.since"), look: "wide" },
            mayWithdraw && { head: t("shops.withdraw"), isUnseen: true },
            { head: t("track.receipt"), look: "mark-cell", isUnseen: true },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.organisation} ${row.merchant.account}`}>
              <th scope="row">
                {row.merchant.name} <span className="mono sm i3">{row.merchant.account}</span>
                <span className="narrow sm i2">{row.area === null ? "" : areaName(row.area)}</span>
              </th>
              <td className="wide">{row.area === null ? t("shops.nowhere") : areaName(row.area)}</td>
              <td className="wide nw sm i2">{time(row.registered.timeMs)}</td>
              {mayWithdraw && (
                <td className="r">
                  <button type="button" className="btn s" onClick={() => setLeaving(row)}>
                    {t("shops.withdraw")}
                    <span className="sr"> {row.merchant.name}</span>
                  </button>
                </td>
              )}
              <td className="mark-cell">
                <FactMark transactionId={row.registered.transaction} title={row.merchant.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && (
        <Signing
          title={t("shops.withdraw.title")}
          verb={t("shops.withdraw.verb")}
          sentence={t("shops.withdraw.sentence", { name: leaving.merchant.name })}
          sign={async () => {
            await settle("treasury.withdrawMerchants", { accounts: [leaving.merchant.account] });
            setLeaving(undefined);
          }}
          close={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
