import { checkWords } from "@mingbai/app-web/src/features/verify/check-words";
import type { ShownFact, Verdict } from "@mingbai/app-web/src/features/verify/verdict";
import { payBatchName } from "@mingbai/treasury/schema";
import { type Html, html, type Part } from "../html/html.ts";
import type { Scene } from "../scene.ts";
import { icon } from "./icons.ts";
import { moneyWords, timeWords } from "./words.ts";

/** Verdict first in words, then the fact, then the four checks; where it is bad, failures first and what to do. */
export function verdictView(scene: Scene, verdict: Verdict, waysOn: Html): Html {
  const { t } = scene;
  const checks = checkList(scene, verdict);
  if (verdict.ok) {
    return html`<div class="verdict ok" role="status"><div class="w">${icon("tick", 52)}<h1>${t("verify.good")}</h1><p>${t("verify.good.why")}</p></div></div>
<section><div class="w narrow-text">${verdict.fact && factView(scene, verdict.fact)}${waysOn}<h2>${t("verify.checks.good")}</h2>${checks}${trustNote(scene)}</div></section>`;
  }
  const unknown = verdict.unknownKey === true;
  const head = unknown
    ? html`<div class="verdict warn" role="alert"><div class="w">${icon("ask", 52)}<h1>${t("verify.unknown")}</h1><p>${t("verify.unknown.why")}</p></div></div>`
    : html`<div class="verdict bad" role="alert"><div class="w">${icon("cross", 52)}<h1>${t("verify.bad")}</h1><p><b>${t("verify.bad.first")}</b>${t("verify.bad.why")}</p></div></div>`;
  return html`${head}<section><div class="w narrow-text"><h2>${t(unknown ? "verify.checks.good" : "verify.checks.bad")}</h2>${checks}${trustNote(scene)}<h2>${t("verify.youCan")}</h2><p>${t(unknown ? "verify.unknown.how" : "verify.youCan.how")}</p></div></section>`;
}

function trustNote({ t }: Scene): Html {
  return html`<p class="note">${t("portal.check.serverDid")} <a href="/verify.html" download="verify.html">${t("portal.trust.get")}</a></p>`;
}

function checkList({ t }: Scene, { checks, fact }: Verdict): Html {
  const rank = (ok: boolean | null): number => (ok === false ? 0 : ok === null ? 1 : 2);
  const ordered = [...checks].sort((a, b) => rank(a.ok) - rank(b.ok));
  const lines = ordered.map((check) => {
    const { title, more } = checkWords(check, fact, t);
    const look = check.ok === null ? "ask" : check.ok ? "tick" : "cross";
    const tone = check.ok === null ? "warn" : check.ok ? "ok" : "bad";
    return html`<li><span class="${tone}">${icon(look, 20)}</span><span>${check.ok === false ? html`<b class="bad">${title}</b>` : title}${more !== "" && html`<small>${more}</small>`}</span></li>`;
  });
  return html`<ul class="checks">${lines}</ul>`;
}

/** What the proved bytes say. Only a receipt that holds is told: what a bad one claims is not repeated. */
function factView(scene: Scene, fact: ShownFact): Html {
  const { t } = scene;
  const isTotal = fact.command === payBatchName && fact.line === undefined;
  const isPayment = fact.command === "treasury.pay" || fact.command === payBatchName;
  const what = [isPayment ? t("verify.fact.payment") : fact.command];
  if (fact.units > 1) what.push(t("verify.fact.lines", { count: fact.units }));
  if (fact.line !== undefined) what.push(t("verify.fact.line", { line: fact.line + 1 }));
  const rows: [string, Part][] = [[t("verify.fact.what"), what.join(t("verify.comma"))]];
  if (fact.payee !== undefined) rows.push([t("verify.fact.payee"), account(fact.payee)]);
  if (fact.payer !== undefined) rows.push([t("verify.fact.payer"), account(fact.payer)]);
  if (fact.fund !== undefined) rows.push([t("verify.fact.fund"), t("verify.fact.fundValue", { number: fact.fund })]);
  rows.push([t("verify.fact.time"), timeWords(scene, fact.timeMs)], [t("verify.fact.outcome"), outcome(scene, fact)]);
  return html`${fact.amountMinor !== undefined && html`<p class="note">${t(isTotal ? "verify.fact.total" : "verify.fact.amount")}</p><p class="amount">${moneyWords(scene, fact.amountMinor)}</p>`}<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function account(digits: string): Html {
  return html`<span class="mono">${digits.replaceAll(/(.{4})(?=.)/g, "$1 ")}</span>`;
}

function outcome({ t }: Scene, { accepted, lineRefusal, result }: ShownFact): string {
  if (accepted) return t("verify.fact.accepted");
  if (lineRefusal !== undefined) return t("verify.fact.lineRefused", { why: t(`verify.line.${lineRefusal}`) });
  return t("verify.fact.refused", { code: result });
}
