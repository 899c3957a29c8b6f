import { currencyUnit, shortParts } from "@mingbai/app-web/src/ui/format-money";
import {
  type FundTotal,
  fundTotalsView,
  monthlyPaidView,
  payeeTotalsView,
  paymentsView,
} from "@mingbai/treasury/views";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import { type Html, html, type Part, said } from "../html/html.ts";
import { shareBar, twoShares } from "../parts/bars.ts";
import { checkForm } from "../parts/check-form.ts";
import type { PageParts } from "../parts/layout.ts";
import { monthsChart } from "../parts/months.ts";
import { payeeTable } from "../parts/payee-table.ts";
import { paymentTable } from "../parts/payment-table.ts";
import { table } from "../parts/table.ts";
import { askUnsettled, unsettled } from "../parts/unsettled.ts";
import { inUnit, money, moneyWords, readToWords } from "../parts/words.ts";
import type { ResultOf, Scene } from "../scene.ts";

const latestShown = 6;
type Totals = ResultOf<typeof fundTotalsView>;

/** Where the money went: three figures that add up, the funds, who was paid, when, the latest, what is not settled. */
export async function homePage(scene: Scene): Promise<PageParts> {
  const { t, ask, link } = scene;
  const [funds, payees, months, latest, balances] = await Promise.all([
    ask(fundTotalsView, {}),
    ask(payeeTotalsView, { limit: 200 }),
    ask(monthlyPaidView, {}),
    ask(paymentsView, { limit: latestShown }),
    ask(fundBalancesView, {}),
  ]);
  const settling = await askUnsettled(scene, funds.readAt.height);
  const main = html`<div class="w hero"><h1>${t("portal.title")}</h1><p>${t("portal.lead")}</p><p class="note">${readToWords(scene, funds.readAt)}</p>
${threeFigures(scene, funds)}</div>
${section(t("portal.funds", { count: funds.funds.length }), html`<p>${t("overview.funds.lead")}</p>${fundTable(scene, funds)}`, "funds")}
<section><div class="w two"><div><h2>${t("portal.payees")}</h2>${payeeTable(scene, { totals: payees, caption: t("portal.payees") })}<p class="note">${t("portal.payees.masked")}</p></div>
<div><h2>${t("portal.months")}</h2>${monthsChart(scene, { months: months.months })}</div></div></section>
${section(t("portal.latest"), html`${paymentTable(scene, { caption: t("portal.latest"), rows: latest.rows })}<p><a href="${link("/payments")}">${t("portal.all")}</a></p>`)}
${section(t("portal.unsettled"), unsettled(scene, { settling, balances, paidMinor: funds.total.paidMinor }))}
${checkForm(scene)}`;
  return { title: t("overview.title"), path: "", main };
}

function section(title: string, inside: Part, id?: string): Html {
  return html`<section${id !== undefined && html` id="${id}"`}><div class="w"><h2>${title}</h2>${inside}</div></section>`;
}

function threeFigures(scene: Scene, { total }: Totals): Html {
  const { t, language, link, status } = scene;
  const parts = [total.depositedMinor, total.paidMinor, total.leftMinor] as const;
  const short = shortParts(total.depositedMinor, [total.paidMinor, total.leftMinor], {
    currency: status.currency,
    language,
  });
  const [deposited, paid, left] = parts.map((minor) => moneyWords(scene, minor));
  const unit = currencyUnit(status.currency, language);
  const figure = (key: "deposited" | "paid" | "left", shown: string | undefined, minor: number): Html => {
    const to = key === "paid" ? link("/payments") : `${link("")}#funds`;
    const [before, after] = language === "zh" ? ["", `${short.scale}${unit}`] : [status.currency.code, short.scale];
    return html`<div class="${key}"><dt>${t(`portal.${key}`)}</dt><dd>${before !== "" && html`<small>${before}</small> `}<a class="opens" href="${to}">${shown}</a> <small>${after}</small><span class="exact">${moneyWords(scene, minor)}</span></dd></div>`;
  };
  const shares = twoShares(total.paidMinor, total.depositedMinor, language);
  return html`<dl class="three">${figure("deposited", short.total, parts[0])}${figure("paid", short.parts[0], parts[1])}${figure("left", short.parts[1], parts[2])}</dl>
${shareBar({ part: total.paidMinor, whole: total.depositedMinor, scale: total.depositedMinor }, 28)}
<p class="ends"><span>${t("overview.paidShare", { percent: shares.part })}</span><span>${t("overview.leftShare", { percent: shares.rest })}</span></p>
<p class="sr">${t("portal.sumWords", { deposited: deposited ?? "", paid: paid ?? "", left: left ?? "" })}</p>`;
}

function fundTable(scene: Scene, { funds, total }: Totals): Html {
  const { t, link } = scene;
  const scale = Math.max(...funds.map(({ depositedMinor }) => depositedMinor), 0);
  const sums = ({
    depositedMinor,
    paidMinor,
    leftMinor,
  }: Pick<FundTotal, "depositedMinor" | "paidMinor" | "leftMinor">) =>
    [depositedMinor, paidMinor, leftMinor].map((minor) => money(scene, minor));
  return table({
    caption: t("overview.funds"),
    columns: [
      { head: t("overview.fund") },
      { head: t("overview.bar"), kind: "bar" },
      { head: inUnit(scene, t("overview.deposited")), kind: "money" },
      { head: inUnit(scene, t("overview.paid")), kind: "money" },
      { head: inUnit(scene, t("overview.left")), kind: "money" },
    ],
    rows: funds.map((fund) => [
      html`<a href="${link(`/funds/${encodeURIComponent(fund.id)}`)}">${said(fund.name)}</a>`,
      shareBar({ part: fund.paidMinor, whole: fund.depositedMinor, scale }),
      ...sums(fund),
    ]),
    sums: [[t("ui.total"), "", ...sums(total)]],
  });
}
