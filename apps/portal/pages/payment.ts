import { dayText } from "@mingbai/app-web/src/ui/format-time";
import { PaymentId, type TrackStep, trackView } from "@mingbai/treasury/views";
import { type Html, html, type Part, said } from "../html/html.ts";
import type { PageParts } from "../parts/layout.ts";
import { paymentState, paymentTable, receiptMark } from "../parts/payment-table.ts";
import { table } from "../parts/table.ts";
import { inUnit, money, moneyWords, partyName, readToWords, timeWords } from "../parts/words.ts";
import { Refused, type ResultOf, type Scene } from "../scene.ts";
import { noPage } from "./no-page.ts";

type Track = ResultOf<typeof trackView>;

/** One payment: its facts, every step from deposit to payout with its receipt, and what belongs to it. */
export async function paymentPage(scene: Scene, id: string): Promise<PageParts> {
  const { t } = scene;
  if (!PaymentId.safeParse(id).success) return noPage(scene, "none", 404);
  const track = await findTrack(scene, id);
  if (track === undefined) return noPage(scene, "none", 404);
  const { payment, related } = track;
  const title = payment.purpose || t("portal.purposeless");
  const main = html`<div class="w hero"><p class="up"><a href="${scene.link("/payments", { fund: payment.fund.id })}">${t("portal.payments.of", { fund: payment.fund.name })}</a></p><h1>${said(title)}</h1><p>${t("portal.payment.lead")}</p><p class="note">${readToWords(scene, track.readAt)}</p>
${facts(scene, track)}</div><section><div class="w"><h2>${t("track.steps")}</h2>${stepsTable(scene, track)}</div></section>
${related.length > 0 && html`<section><div class="w"><h2>${t("track.related")}</h2>${paymentTable(scene, { caption: t("track.related"), rows: related })}</div></section>`}`;
  return { title, path: `/payments/${id}`, main };
}

async function findTrack({ ask }: Scene, id: string): Promise<Track | undefined> {
  try {
    return await ask(trackView, { id });
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function facts(scene: Scene, { payment }: Track): Html {
  const { t, language, link } = scene;
  const rows: [string, Part][] = [
    [t("track.payee"), partyName(scene, payment.payee)],
    [
      t("track.fund"),
      html`<a href="${link(`/funds/${encodeURIComponent(payment.fund.id)}`)}">${said(payment.fund.name)}</a>`,
    ],
    [t("payments.paidOn"), dayText(payment.paidOn, language)],
    [t("portal.payment.status"), paymentState(scene, payment)],
  ];
  if (payment.reference !== "") rows.push([t("portal.payment.number"), said(payment.reference)]);
  rows.push([t("portal.payment.id"), html`<span class="mono">${payment.id}</span>`]);
  return html`<p class="amount">${moneyWords(scene, payment.amountMinor)}</p><dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function stepsTable(scene: Scene, { steps, burnedMinor, payment }: Track): Html {
  const { t } = scene;
  const short = payment.amountMinor - burnedMinor;
  const equals = short === 0 ? t("track.equal") : t("track.short", { amount: moneyWords(scene, short) });
  return table({
    caption: t("track.steps"),
    columns: [
      { head: t("track.step") },
      { head: t("track.time") },
      { head: t("track.from") },
      { head: t("track.to") },
      { head: inUnit(scene, t("portal.payment.whole")), kind: "money" },
      { head: inUnit(scene, t("portal.payment.of")), kind: "money" },
      { head: t("track.by") },
      { head: t("track.receipt"), kind: "mark" },
    ],
    rows: steps.map((step) => stepCells(scene, step)),
    sums:
      payment.amountMinor > 0 ? [[t("track.burnedTotal"), "", "", "", "", money(scene, burnedMinor), equals, ""]] : [],
  });
}

function stepCells(scene: Scene, step: TrackStep): Part[] {
  const { t } = scene;
  const name = t(`track.kind.${step.kind}`);
  const by = step.actors.map((actor) => said(t(`track.by.${actor.role}`, { name: actor.name })));
  const bank =
    step.bankReference === undefined ? [] : [said(t("track.bankReference", { reference: step.bankReference }))];
  const { id, line } = step.transaction;
  return [
    html`${step.step}. ${name}`,
    html`<span class="nw">${timeWords(scene, step.timeMs)}</span>`,
    step.from && partyName(scene, step.from),
    step.to && partyName(scene, step.to),
    money(scene, step.amountMinor),
    money(scene, step.paymentMinor),
    by.length + bank.length > 0 && html`${[...by, ...bank].map((words) => html`${words} `)}`,
    receiptMark(scene, line === undefined ? id : `${id}-${line}`, t("track.stepName", { step: step.step, kind: name })),
  ];
}
