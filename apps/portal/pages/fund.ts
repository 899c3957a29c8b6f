import { type FundTotal, fundTotalsView, monthlyPaidView, payeeTotalsView } from "@mingbai/treasury/views";
import { html, said } from "../html/html.ts";
import { shareBar, twoShares } from "../parts/bars.ts";
import type { PageParts } from "../parts/layout.ts";
import { monthsChart } from "../parts/months.ts";
import { payeeTable } from "../parts/payee-table.ts";
import { inUnit, money, readToWords } from "../parts/words.ts";
import type { Scene } from "../scene.ts";
import { noPage } from "./no-page.ts";

/** One fund: what came in, what was paid, what is left, to whom, when; and the way to its payments. */
export async function fundPage(scene: Scene, id: string): Promise<PageParts> {
  const { ask, t, link } = scene;
  const { funds, readAt } = await ask(fundTotalsView, {});
  const fund = funds.find((one) => one.id === id);
  if (fund === undefined) return noPage(scene, "none", 404);
  const [payees, months] = await Promise.all([
    ask(payeeTotalsView, { fund: id, limit: 200 }),
    ask(monthlyPaidView, { fund: id }),
  ]);
  const main = html`<div class="w hero"><p class="up"><a href="${link("")}">${t("portal.nav.home")}</a></p><h1>${said(fund.name)}</h1><p>${t("portal.fund.lead")}</p><p class="note">${readToWords(scene, readAt)}</p>
${fundFigures(scene, fund)}<p><a class="button" href="${link("/payments", { fund: id })}">${t("portal.fund.open", { count: fund.payments })}</a></p></div>
<section><div class="w two"><div><h2>${t("portal.payees.of")}</h2>${payeeTable(scene, { totals: payees, fund: id, caption: t("portal.payees.of") })}<p class="note">${t("portal.payees.masked")}</p></div>
<div><h2>${t("portal.months")}</h2>${monthsChart(scene, { months: months.months, fund: id })}</div></div></section>`;
  return { title: fund.name, path: `/funds/${encodeURIComponent(id)}`, main };
}

function fundFigures(scene: Scene, { id, depositedMinor, paidMinor, leftMinor }: FundTotal) {
  const { t, link, language } = scene;
  const shares = twoShares(paidMinor, depositedMinor, language);
  return html`<dl class="three exact-only"><div class="deposited"><dt>${inUnit(scene, t("portal.deposited"))}</dt><dd>${money(scene, depositedMinor)}</dd></div>
<div class="paid"><dt>${inUnit(scene, t("portal.paid"))}</dt><dd><a class="opens" href="${link("/payments", { fund: id })}">${money(scene, paidMinor)}</a></dd></div>
<div class="left"><dt>${inUnit(scene, t("portal.left"))}</dt><dd>${money(scene, leftMinor)}</dd></div></dl>
${shareBar({ part: paidMinor, whole: depositedMinor, scale: depositedMinor }, 28)}
<p class="ends"><span>${t("overview.paidShare", { percent: shares.part })}</span><span>${t("overview.leftShare", { percent: shares.rest })}</span></p>`;
}
