import { payBatchName } from "@mingbai/treasury/schema";
import { type ReactNode, useContext } from "react";
import { type Text, useText } from "../../i18n/use-text.ts";
import { currencyUnit, moneyParts } from "../../ui/format-money.ts";
import { timeText, zoneText } from "../../ui/format-time.ts";
import { hashText } from "../../ui/hash.tsx";
import { LedgerContext } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import type { ToldPayment } from "../../ui/receipt-store.ts";
import type { ShownFact } from "./verdict.ts";

/** How many decimals an amount is written with where no ledger tells: the receipt itself holds minor units only. */
const usualDecimals = 2;

function Amount({ fact, minor }: { fact: ShownFact; minor: number }) {
  const { t, language } = useText();
  const currency = useContext(LedgerContext)?.currency;
  const amount = moneyParts(minor, currency?.decimals ?? usualDecimals);
  const isTotal = fact.command === payBatchName && fact.line === undefined;
  return (
    <>
      <div className="i3">{t(isTotal ? "verify.fact.total" : "verify.fact.amount")}</div>
      <div className="fact-amount num">
        {amount.sign}
        {amount.whole}
        <i>{amount.decimals}</i> <small>{currency ? currencyUnit(currency, language) : ""}</small>
      </div>
      {!currency && <div className="sm i2">{t("verify.fact.noCurrency")}</div>}
    </>
  );
}

/** Payments are told in words; other commands by their name on the ledger, which auditors read. */
function whatWords({ command, units, line }: ShownFact, t: Text): string {
  const isPayment = command === "treasury.pay" || command === payBatchName;
  const parts = [isPayment ? t("verify.fact.payment") : command];
  if (units > 1) parts.push(t("verify.fact.lines", { count: units }));
  if (line !== undefined) parts.push(t("verify.fact.line", { line: line + 1 }));
  return parts.join(t("verify.comma"));
}

function outcomeWords({ accepted, lineRefusal, result }: ShownFact, t: Text): string {
  if (accepted) return t("verify.fact.accepted");
  if (lineRefusal) return t("verify.fact.lineRefused", { why: t(`verify.line.${lineRefusal}`) });
  return t("verify.fact.refused", { code: result });
}

/** An account as it was signed, with the name that the page knows for the same account before it. */
function Account({ account, named }: { account: string; named?: ReactNode }) {
  const { t } = useText();
  return (
    <>
      {named && <b className="fact-name">{named}</b>}
      <span className="mono nw">{hashText(account)}</span>
      {named && <span className="sm i3 fact-name">{t("verify.fact.nameFrom")}</span>}
    </>
  );
}

/** A fund's proved number, with the name that the page has for it before it. */
function Fund({ number, name }: { number: string; name: string }) {
  const { t } = useText();
  return (
    <>
      <b className="fact-name">{name}</b>
      {number}
      <span className="sm i3 fact-name">{t("verify.fact.fundNameFrom")}</span>
    </>
  );
}

/**
 * What a genuine receipt says, read out of the proved bytes. Only shown when every check holds: what a bad one claims
 * is not repeated. `told` is what the page says of the same payment; of it only names are used, and they are marked.
 */
export function VerdictFact({
  fact,
  zoneOffsetMinutes,
  told,
}: {
  fact: ShownFact;
  zoneOffsetMinutes: number;
  told?: ToldPayment;
}) {
  const { t, language } = useText();
  const partyName = usePartyName();
  const time = timeText(fact.timeMs, { language, zoneOffsetMinutes, seconds: true });
  const payeeName = told && told.payee.account === fact.payee ? partyName(told.payee) : undefined;
  const rows: [string, ReactNode][] = [[t("verify.fact.what"), whatWords(fact, t)]];
  if (fact.payee) rows.push([t("verify.fact.payee"), <Account key="payee" account={fact.payee} named={payeeName} />]);
  if (fact.payer) rows.push([t("verify.fact.payer"), <Account key="payer" account={fact.payer} />]);
  if (fact.fund !== undefined) {
    const number = t("verify.fact.fundValue", { number: fact.fund });
    rows.push([t("verify.fact.fund"), told ? <Fund key="fund" number={number} name={told.fundName} /> : number]);
  }
  rows.push([t("verify.fact.time"), `${time} (${zoneText(zoneOffsetMinutes)})`]);
  rows.push([t("verify.fact.outcome"), outcomeWords(fact, t)]);
  return (
    <div className="fact">
      {fact.amountMinor !== undefined && <Amount fact={fact} minor={fact.amountMinor} />}
      <dl className="dl">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
