import { publicMattersView } from "@mingbai/workflow/views/public-matter";
import { z } from "zod";
import { type Html, html } from "../html/html.ts";
import type { PageParts } from "../parts/layout.ts";
import { type MatterFilter, matterForm } from "../parts/matter-form.ts";
import { matterStage, matterTable } from "../parts/matter-table.ts";
import { table } from "../parts/table.ts";
import { inUnit, money, moneyWords, readToWords } from "../parts/words.ts";
import type { ResultOf, Scene } from "../scene.ts";
import { noPage } from "./no-page.ts";

export const mattersShownMax = 100;
const countMax = 1_000_000_000;
const path = "/matters";

type Matters = ResultOf<typeof publicMattersView>;

/** What the address may ask for. There is no search by number or amount: the list is of all, not a way to one person's. */
const Asked = publicMattersView.params.pick({ unit: true, fund: true, stage: true, cursor: true }).extend({
  /** How many rows stand before this page. */
  after: z.coerce.number().int().min(0).max(countMax).default(0),
});

/** Every matter by its public part, a hundred a page: where each stands, with totals by stage. */
export async function mattersPage(scene: Scene): Promise<PageParts> {
  const { t } = scene;
  const asked = Object.fromEntries([...scene.query].filter(([, value]) => value !== ""));
  const read = Asked.safeParse(asked);
  if (!read.success) return noPage(scene, "bad", 400);
  const { cursor, after, ...filter } = read.data;
  const list = await scene.ask(publicMattersView, { ...filter, cursor, limit: mattersShownMax });
  const made = t("portal.matters.made", { count: list.count, sum: moneyWords(scene, list.sumMinor) });
  const main = html`<div class="w hero"><h1>${t("portal.matters")}</h1><p>${t("portal.matters.lead")}</p><p>${made}</p><p class="note">${readToWords(scene, list.readAt)}</p>
${matterForm(scene, { filter, units: list.units, funds: list.funds })}</div>
${list.byStage.length > 0 && html`<section><div class="w"><h2>${t("portal.matters.byStage")}</h2>${stageTable(scene, list, filter)}</div></section>`}
<section><div class="w">${rowsOf(scene, { list, filter, after })}</div></section>`;
  return { title: t("portal.matters"), path, params: { ...filter, cursor, after: after || undefined }, main };
}

/** Each stage leads to its matters; the sums are those of the rows above them. */
function stageTable(scene: Scene, { byStage, count, sumMinor }: Matters, filter: MatterFilter): Html {
  const { t, link } = scene;
  return table({
    caption: t("portal.matters.byStage"),
    columns: [
      { head: t("portal.matters.stage") },
      { head: t("portal.matters.count"), kind: "money" },
      { head: inUnit(scene, t("matter.field.terms.amount")), kind: "money" },
    ],
    rows: byStage.map((one) => [
      html`<a href="${link(path, { ...filter, stage: one.stage })}">${matterStage(scene, one.stage)}</a>`,
      one.count.toLocaleString("en-US"),
      money(scene, one.sumMinor),
    ]),
    sums: [[t("portal.payments.whole"), count.toLocaleString("en-US"), money(scene, sumMinor)]],
  });
}

function rowsOf(scene: Scene, { list, filter, after }: { list: Matters; filter: MatterFilter; after: number }): Html {
  const { t, link } = scene;
  if (list.rows.length === 0) return html`<h2>${t("portal.matters.none")}</h2><p>${t("portal.matters.none.how")}</p>`;
  const page = list.rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const last = after + list.rows.length;
  const shown = { from: (after + 1).toLocaleString("en-US"), to: last.toLocaleString("en-US") };
  const whole = { name: t("portal.payments.whole"), minor: list.sumMinor };
  const isWhole = after === 0 && list.next === null;
  const sums = isWhole ? [whole] : [{ name: t("portal.payments.page"), minor: page }, whole];
  const left = Math.min(mattersShownMax, Math.max(1, list.count - last));
  const next =
    list.next !== null &&
    html`<a class="button" href="${link(path, { ...filter, cursor: list.next, after: last })}">${t("portal.matters.next", { count: left })}</a>`;
  const first =
    after > 0 && html`<a class="button quiet" href="${link(path, { ...filter })}">${t("portal.payments.first")}</a>`;
  return html`<h2>${t("portal.matters.shown", shown)}</h2>${matterTable(scene, { rows: list.rows, sums })}<nav class="pager" aria-label="${t("portal.payments.pages")}">${first}${next}</nav>`;
}
