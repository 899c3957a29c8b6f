import "./explorer.css";
import { type TransactionDetail, transactionView } from "@mingbai/http/explorer-views";
import { PaymentId, trackView } from "@mingbai/treasury/views";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { bytesText, countText } from "../../ui/format-money.ts";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { openReceipt } from "../../ui/receipt-store.ts";
import { useFormat } from "../../ui/use-format.ts";
import { ResultState } from "./block-transactions.tsx";
import { HashRows } from "./hash-rows.tsx";
import { NotThere } from "./not-there.tsx";

function Facts({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useText();
  const { time } = useFormat();
  const hashes = [
    ["explorer.id", transaction.id],
    ["explorer.batch", transaction.batchId],
    ["explorer.leaf", transaction.leafHash],
    ["explorer.linesRoot", transaction.linesRoot],
    ["explorer.eventsRoot", transaction.eventsRoot],
  ] as const;
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t("explorer.facts")}</h2>
      <dl className="dl details num">
        <dt>{t("explorer.result")}</dt>
        <dd>
          <ResultState result={transaction.result} />
        </dd>
        <dt>{t("explorer.time")}</dt>
        <dd>{time(transaction.timeMs, true)}</dd>
        <dt>{t("explorer.heightColumn")}</dt>
        <dd>
          <Link to={`/ledger/blocks/${transaction.height}`}>{countText(transaction.height)}</Link>
          <span className="i3">
            {"  "}
            {t("explorer.index")} {transaction.index}
          </span>
        </dd>
        <dt>{t("explorer.logIndex")}</dt>
        <dd>{countText(transaction.logIndex + 1)}</dd>
        <dt>{t("explorer.signer")}</dt>
        <dd>{transaction.signer}</dd>
        <dt>{t("explorer.key")}</dt>
        <dd className="mono">
          {transaction.keyId} ({transaction.scheme})
        </dd>
        <dt>{t("explorer.lane")}</dt>
        <dd>
          {transaction.lane} / {transaction.sequence}
        </dd>
        <dt>{t("explorer.expiry")}</dt>
        <dd>{time(transaction.expiryMs, true)}</dd>
        <dt>{t("explorer.lines")}</dt>
        <dd>{countText(transaction.lines)}</dd>
        <dt>{t("explorer.body")}</dt>
        <dd>{bytesText(transaction.bodyBytes)}</dd>
        <HashRows hashes={hashes} />
      </dl>
    </section>
  );
}

function Events({ events }: { events: TransactionDetail["events"] }) {
  const { t } = useText();
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">{t("explorer.events")}</h2>
      {events.length === 0 && <p className="i2">{t("explorer.noEvents")}</p>}
      <ol className="events">
        {events.map((event, index) => (
          <li key={`${index} ${event.type}`}>
            <b className="mono">{event.type}</b>
            <dl className="dl sm num">
              {event.fields.map(({ name, value }) => (
                <div key={name} className="contents">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One transaction: what it says, what it did, its receipt. */
export function Component() {
  const { t, language } = useText();
  const id = useParams().id ?? "";
  const known = PaymentId.safeParse(`${id}-0`).success;
  const asked = useView(transactionView, { id }, { off: !known });
  const track = useView(trackView, { id: `${id}-0` }, { off: !known });
  if (!known || asked.error?.code === "UNKNOWN_TRANSACTION") return <NotThere what="transaction" />;
  const title = asked.data ? `${t("explorer.transaction")} ${asked.data.command}` : t("explorer.transaction");
  return (
    <div className="page">
      <nav className="sm" aria-label={t("explorer.back")}>
        <Link to="/ledger">{t("explorer.back")}</Link>
      </nav>
      <PageTitle title={title}>
        <span className="sp" />
        {track.data && <Link to={`/payments/${id}-0`}>{t("explorer.seeTrack")}</Link>}
        {asked.data && (
          <button type="button" className="btn p" onClick={() => openReceipt({ transactionId: id, title })}>
            {t("explorer.receipt")}
          </button>
        )}
      </PageTitle>
      <PageState asked={asked} what={t("explorer.what.transaction")}>
        {(transaction) => (
          <>
            <p className="audit-sentence">{transaction.audit[language]}</p>
            <Facts transaction={transaction} />
            <Events events={transaction.events} />
          </>
        )}
      </PageState>
    </div>
  );
}
