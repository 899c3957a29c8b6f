import {
  Day,
  type FundTotal,
  fundTotalsView,
  type PaymentFilter,
  type PaymentRow,
  PaymentStatus,
  paymentsSummaryView,
  paymentsView,
} from "@mingbai/treasury/views";
import { z } from "zod";
import { type Html, html } from "../html/html.ts";
import { filterForm } from "../parts/filter-form.ts";
import type { PageParts } from "../parts/layout.ts";
import { paymentTable } from "../parts/payment-table.ts";
import { moneyWords, readToWords } from "../parts/words.ts";
import type { AddressParams, ResultOf, Scene } from "../scene.ts";
import { noPage } from "./no-page.ts";

export const paymentsShownMax = 100;
const countMax = 1_000_000_000;

const RealDay = Day.refine((day) => !Number.isNaN(Date.parse(day)));

/** What the address may ask for. There is no search by name and none by amount: both would single people out. */
const Asked = z.object({
  fund: z.string().min(1).max(100).optional(),
  payee: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  from: RealDay.optional(),
  to: RealDay.optional(),
  status: PaymentStatus.optional(),
  cursor: z.string().max(500).optional(),
  /** Up to which block the list was read when its first page was opened, so that all its pages are of one list. */
  asOf: z.coerce.number().int().nonnegative().optional(),
  /** How many rows stand before this page. */
  after: z.coerce.number().int().min(0).max(countMax).default(0),
});

/** Payments, a hundred a page, with count and sum of the whole list and the sum of the page. */
export async function paymentsPage(scene: Scene): Promise<PageParts> {
  const read = Asked.safeParse(askedFields(scene.query));
  if (!read.success) return noPage(scene, "bad", 400);
  const { cursor, asOf, after, ...filter } = read.data;
  const funds = await scene.ask(fundTotalsView, {});
  const asOfHeight = Math.min(asOf ?? funds.readAt.height, funds.readAt.height);
  const [list, summary] = await Promise.all([
    scene.ask(paymentsView, { ...filter, cursor, asOfHeight, limit: paymentsShownMax }),
    scene.ask(paymentsSummaryView, { ...filter, asOfHeight }),
  ]);
  const payee = filter.payee === undefined ? undefined : list.rows[0]?.payee;
  if (payee !== undefined && payee.nature !== "organisation") return noPage(scene, "payments.private", 404);
  const fund = funds.funds.find(({ id }) => id === filter.fund);
  const title = titleOf(scene, { fund, payee });
  const address = { ...filter, asOf: asOfHeight };
  const main = html`<div class="w hero"><h1>${title.shown}</h1><p>${madeWords(scene, summary)}</p><p class="note">${readToWords(scene, summary.readAt)}</p>
${filterForm(scene, { filter, funds: funds.funds })}</div>
<section><div class="w">${listOf(scene, { list, summary, after, address })}</div></section>`;
  return { title: title.text, path: "/payments", params: { ...address, cursor, after: after || undefined }, main };
}

/** The form sends every field; an empty one asks for nothing. */
function askedFields(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([, value]) => value !== ""));
}

function titleOf(
  { t }: Scene,
  { fund, payee }: { fund: FundTotal | undefined; payee: PaymentRow["payee"] | undefined },
) {
  if (payee !== undefined) return { shown: html`${t("portal.payments.to", { payee: payee.name })}`, text: payee.name };
  if (fund !== undefined) return { shown: html`${t("portal.payments.of", { fund: fund.name })}`, text: fund.name };
  return { shown: html`${t("portal.nav.payments")}`, text: t("portal.nav.payments") };
}

function madeWords(
  scene: Scene,
  { count, sumMinor, paidMinor, returnedMinor }: ResultOf<typeof paymentsSummaryView>,
): Html {
  const { t } = scene;
  const made = t("portal.payments.made", { count: t("payments.count", { count }), sum: moneyWords(scene, sumMinor) });
  const back = { paid: moneyWords(scene, paidMinor), returned: moneyWords(scene, returnedMinor) };
  return html`${made}${t("portal.stop")}${returnedMinor !== 0 && t("portal.payments.back", back)}`;
}

interface Shown {
  readonly list: ResultOf<typeof paymentsView>;
  readonly summary: ResultOf<typeof paymentsSummaryView>;
  readonly after: number;
  readonly address: AddressParams & PaymentFilter;
}

function listOf(scene: Scene, { list, summary, after, address }: Shown): Html {
  const { t, link } = scene;
  if (list.rows.length === 0) return html`<h2>${t("payments.empty")}</h2><p>${t("payments.empty.how")}</p>`;
  const page = list.rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const last = after + list.rows.length;
  const shown = { from: (after + 1).toLocaleString("en-US"), to: last.toLocaleString("en-US") };
  const whole = { name: t("portal.payments.whole"), minor: summary.sumMinor };
  const isWhole = after === 0 && list.next === null;
  const sums = isWhole ? [whole] : [{ name: t("portal.payments.page"), minor: page }, whole];
  const left = Math.min(paymentsShownMax, Math.max(1, summary.count - last));
  const next =
    list.next !== null &&
    html`<a class="button" href="${link("/payments", { ...address, cursor: list.next, after: last })}">${t("portal.payments.next", { count: left })}</a>`;
  const first =
    after > 0 && html`<a class="button quiet" href="${link("/payments", address)}">${t("portal.payments.first")}</a>`;
  return html`<h2>${t("portal.payments.shown", shown)}</h2>${paymentTable(scene, { caption: t("payments.title"), rows: list.rows, sums })}<nav class="pager" aria-label="${t("portal.payments.pages")}">${first}${next}</nav>`;
}
