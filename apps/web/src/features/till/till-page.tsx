import { dateOf } from "@mingbai/ledger/calendar/date-of";
import { localDay } from "@mingbai/ledger/calendar/local-days";
import "../wallet/wallet.css";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import "./till.css";
import { tillView } from "@mingbai/treasury/views/offers";
import { Link } from "react-router";
import type { z } from "zod";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { CodePicture } from "../../ui/code-picture.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { printCode } from "../../ui/print-code.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { PurchaseList } from "../wallet/purchase-list.tsx";
import { spendPath } from "../wallet/read-code.ts";
import { useAudienceWords } from "../wallet/use-audience-words.ts";

type Till = z.output<typeof tillView.result>;
const everyMs = 3_000;

/** A shop's till: its code, what it took today, each payment as it comes, and the way to the bank. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("till.title")}>
      <TillOf />
    </SignedInOnly>
  );
}

function TillOf() {
  const { t } = useText();
  const session = useSession();
  const isSupplier = session?.roles.includes("supplier") === true;
  const asked = useView(tillView, {}, { everyMs, off: !isSupplier });
  return (
    <div className="page phone-page till-page">
      <PageTitle title={t("till.title")} />
      {isSupplier ? (
        <PageState
          asked={asked}
          what={t("till.what")}
          rows={5}
          isEmpty={({ registrations, purchases }) => registrations.length === 0 && purchases.length === 0}
          empty={
            <EmptyState title={t("till.notRegistered")}>
              {t("till.notRegistered.how", { account: session?.account ?? "" })}
            </EmptyState>
          }
        >
          {(till) => (
            <>
              <Codes till={till} />
              <Takings till={till} />
            </>
          )}
        </PageState>
      ) : (
        <EmptyState title={t("till.notYours")} />
      )}
    </div>
  );
}

/** One code for each account of the shop, with who registered it. */
function Codes({ till: { registrations } }: { till: Till }) {
  const { t } = useText();
  const organisationName = useOrganisationName();
  const { areaName } = useAudienceWords();
  const accounts = Map.groupBy(registrations, ({ merchant }) => merchant.account);
  return [...accounts].map(([account, rows]) => (
    <section key={account} className="till-code printed-code" aria-labelledby={`code-${account}`}>
      <h2 id={`code-${account}`}>{t("till.code")}</h2>
      <p className="till-name">{rows[0]?.merchant.name}</p>
      <CodePicture
        address={window.location.origin + spendPath(account)}
        name={`${t("till.code")} ${rows[0]?.merchant.name ?? ""}`}
      />
      <p className="i2">{t("till.code.words")}</p>
      {rows.map(({ organisation, area }) => {
        const named = { organisation: organisationName(organisation), area: area === null ? "" : areaName(area) };
        return (
          <p key={organisation} className="sm i3">
            {area === null ? t("till.registered", named) : t("till.registered.area", named)}
          </p>
        );
      })}
      <button type="button" className="btn" onClick={printCode}>
        <Icon name="print" />
        {t("till.code.print")}
      </button>
    </section>
  ));
}

function Takings({ till: { purchases, days } }: { till: Till }) {
  const { t } = useText();
  const { unit, day: dayText } = useFormat();
  const ledger = useLedger();
  const today = localDay(ledger, useNow());
  const ofToday = days.find(({ day }) => day === today);
  return (
    <>
      <section className="till-today" aria-labelledby="today-title">
        <h2 id="today-title">{t("till.today")}</h2>
        <p className="paid-sum">
          <Money minor={ofToday?.sumMinor ?? 0} /> <small>{unit}</small>
        </p>
        <p className="i2">{t("till.today.count", { count: ofToday?.purchases ?? 0 })}</p>
        <Link className="btn p big-button" to="/redemptions?box=own">
          {t("till.redeem")}
        </Link>
        <p className="sm i2">{t("till.redeem.words")}</p>
      </section>
      <section aria-labelledby="purchases-title" aria-live="polite">
        <h2 id="purchases-title">{t("till.purchases")}</h2>
        {purchases.length === 0 ? (
          <p className="i2">{t("till.purchases.none")}</p>
        ) : (
          <PurchaseList purchases={purchases} by="offer" />
        )}
      </section>
      {days.length > 0 && (
        <section aria-labelledby="days-title">
          <h2 id="days-title">{t("till.days")}</h2>
          <table className="tbl">
            <caption className="sr">{t("till.days")}</caption>
            <TableHead
              columns={[
                { head: t("till.day") },
                { head: t("till.count"), look: "r" },
                { head: t("till.sum", { unit }), look: "r" },
              ]}
            />
            <tbody>
              {days.map(({ day, purchases: count, sumMinor }) => (
                <tr key={day}>
                  <th scope="row">{dayText(dateOf(day))}</th>
                  <td className="r">{count}</td>
                  <MoneyCell minor={sumMinor} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
