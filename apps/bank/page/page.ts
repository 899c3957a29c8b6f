import { formatAmount, type Money } from "@mingbai/iso20022/fields/amount";
import type { Close } from "../books/closes.ts";
import type { Entry } from "../books/entries.ts";
import { type FaultKind, faultCountMax, faultKinds } from "../books/faults.ts";
import type { Payment } from "../books/payments.ts";
import { Html, html } from "../http/escape-html.ts";
import { pageStyle } from "./style.ts";
import { type Language, pageWords } from "./words.ts";

export interface PageFacts {
  readonly language: Language;
  readonly account: string;
  readonly node: string;
  readonly trouble: string | undefined;
  readonly balance: number;
  readonly waiting: number;
  readonly today: string;
  readonly payments: readonly Payment[];
  readonly entries: readonly Entry[];
  readonly closes: readonly Close[];
  readonly faults: Readonly<Record<FaultKind, number>>;
  readonly funds: readonly { readonly code: string; readonly name: string }[];
  readonly money: Money;
}

const outsideKinds = ["deposit", "interest", "unknownCredit", "fee", "unknownDebit"] as const;

/** The bank's one page. It works without scripts; every form answers with the page again. */
export function bankPage(facts: PageFacts, nonce: string): string {
  const { language } = facts;
  const words = pageWords[language];
  const other = language === "zh" ? "en" : "zh";
  const page = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
<style nonce="${nonce}">${new Html(pageStyle)}</style></head>
<body><header><h1>${words.title}</h1><a href="/?lang=${other}" lang="${other}">${words.otherLanguage}</a></header>
<main><p>${words.demo}</p>${summary(facts)}
<section><h2>${words.orders}</h2>${orderTable(facts)}</section>
<section><h2>${words.entries}</h2>${entryTable(facts)}</section>
<section><h2>${words.closes}</h2>${closeTable(facts)}</section>
<div class="forms">${entryForm(facts)}${faultForm(facts)}</div></main></body></html>`;
  return page.text;
}

function summary({ language, account, node, trouble, balance, waiting, today, money }: PageFacts): Html {
  const words = pageWords[language];
  return html`<dl><div><dt>${words.balance}</dt><dd class="figure">${signed(balance, money)}</dd></div>
<div><dt>${words.account}</dt><dd>${account}</dd></div>
<div><dt>${words.node}</dt><dd>${node} · ${trouble === undefined ? words.connected : words.trouble}</dd></div>
<div><dt>${words.waiting}</dt><dd>${waiting}</dd></div>
<div><dt>${today}</dt><dd><a href="/statements/${today}.xml">${words.statement}</a>, <a href="/statements/${today}.json">${words.signature}</a></dd></div></dl>`;
}

function orderTable({ language, payments, money }: PageFacts): Html {
  const { columns, states, none, giveBack, amount, orders } = pageWords[language];
  if (payments.length === 0) return html`<p>${none}</p>`;
  const rows = payments.map(({ endToEndId, creditor, amount: minor, state, reason }) => {
    const act =
      state === "paid"
        ? html`<form method="post" action="/returns"><input type="hidden" name="endToEndId" value="${endToEndId}"><input type="hidden" name="lang" value="${language}"><button>${giveBack}</button></form>`
        : "";
    return html`<tr><td class="id">${endToEndId}</td><td>${creditor.name}<br><small>${creditor.account}</small></td>
<td class="number">${signed(minor, money)}</td><td>${states[state]}</td><td>${reason ?? ""}</td><td>${act}</td></tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${orders}"><table><thead><tr><th>${columns.id}</th><th>${columns.payee}</th><th class="number">${amount}</th>
<th>${columns.state}</th><th>${columns.reason}</th><th>${columns.act}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function entryTable({ language, entries, money }: PageFacts): Html {
  const { columns, kinds, none, amount, kind, remittance, entries: entriesTitle } = pageWords[language];
  if (entries.length === 0) return html`<p>${none}</p>`;
  const rows = entries.map((entry) => {
    const minor = entry.side === "credit" ? entry.amount : -entry.amount;
    const text = entry.endToEndId ?? entry.remittance ?? "";
    return html`<tr><td class="id">${entry.reference}</td><td class="id">${entry.day}</td><td>${kinds[entry.kind]}</td><td>${text}</td>
<td class="number">${signed(minor, money)}</td><td>${entry.isBooked ? columns.booked : columns.notYet}</td></tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${entriesTitle}"><table><thead><tr><th>${columns.reference}</th><th>${columns.day}</th><th>${kind}</th><th>${columns.id} / ${remittance}</th>
<th class="number">${amount}</th><th>${columns.ledger}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Days that the office has closed, and whether this bank has signed them too. */
function closeTable({ language, closes, money }: PageFacts): Html {
  const { columns, closeStates, objections, none, closes: title, balance, statement, signature } = pageWords[language];
  if (closes.length === 0) return html`<p>${none}</p>`;
  const rows = closes.map(({ day, closingBalance, state, why }) => {
    const reason = why === undefined ? "" : (Object.entries(objections).find(([code]) => code === why)?.[1] ?? why);
    return html`<tr><td class="id">${day}</td><td class="number">${signed(closingBalance, money)}</td><td>${closeStates[state]}</td><td>${reason}</td>
<td><a href="/statements/${day}.xml">${statement}</a>, <a href="/statements/${day}.json">${signature}</a></td></tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th>${columns.day}</th><th class="number">${balance}</th>
<th>${columns.state}</th><th>${columns.reason}</th><th>${columns.file}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function entryForm({ language, funds }: PageFacts): Html {
  const words = pageWords[language];
  const kinds = outsideKinds.map((kind) => html`<option value="${kind}">${words.kinds[kind]}</option>`);
  const options = funds.map(({ code, name }) => html`<option value="${code}">${code} ${name}</option>`);
  return html`<form method="post" action="/entries"><h2>${words.newEntry}</h2><input type="hidden" name="lang" value="${language}">
<label>${words.kind}<select name="kind">${kinds}</select></label>
<label>${words.fund}<select name="fund"><option value="">${words.noFund}</option>${options}</select></label>
<label>${words.amount}<input name="amount" inputmode="decimal" required></label>
<label>${words.remittance}<input name="remittance" maxlength="100"></label><button>${words.add}</button></form>`;
}

function faultForm({ language, faults }: PageFacts): Html {
  const words = pageWords[language];
  const fields = faultKinds.map(
    (kind) =>
      html`<label>${words.faultNames[kind]}<input type="number" name="${kind}" min="0" max="${faultCountMax}" value="${faults[kind]}"></label>`,
  );
  return html`<form method="post" action="/faults"><h2>${words.faults}</h2><p>${words.faultsHint}</p>
<input type="hidden" name="lang" value="${language}">${fields}<button>${words.set}</button></form>`;
}

function signed(minor: number, { decimals }: Money): string {
  const [whole = "", fraction] = formatAmount(Math.abs(minor), decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${minor < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
