import { dayText } from "@mingbai/app-web/src/ui/format-time";
import type { PublicMatter } from "@mingbai/workflow/views/public-matter";
import { type Html, html, type Part, said } from "../html/html.ts";
import type { Scene } from "../scene.ts";
import { type IconName, icon } from "./icons.ts";
import { receiptMark } from "./payment-table.ts";
import { table } from "./table.ts";
import { inUnit, money } from "./words.ts";

const looks: Readonly<Record<PublicMatter["stage"], { readonly icon: IconName; readonly tone: string }>> = {
  submitted: { icon: "right", tone: "br" },
  returned: { icon: "back", tone: "warn" },
  passed: { icon: "tick", tone: "br" },
  disbursed: { icon: "slip", tone: "br" },
  disputed: { icon: "ask", tone: "bad" },
  confirmed: { icon: "tick", tone: "ok" },
  settled: { icon: "tick", tone: "" },
  withdrawn: { icon: "cross", tone: "" },
};

/** Where a matter stands: a shape, a word and a colour. */
export function matterStage({ t }: Scene, stage: PublicMatter["stage"]): Html {
  const look = looks[stage];
  return html`<span class="st ${look.tone}">${icon(look.icon)}${t(`matter.stage.${stage}`)}</span>`;
}

/** Matters, newest first as they come; each fact's mark opens the receipt that proves it. `sums` stand under the amounts. */
export function matterTable(
  scene: Scene,
  { rows, sums }: { rows: readonly PublicMatter[]; sums: readonly { readonly name: string; readonly minor: number }[] },
): Html {
  const { t, language } = scene;
  const day = (text: string): Html => html`<span class="nw">${dayText(text, language)}</span>`;
  return table({
    caption: t("portal.matters"),
    columns: [
      { head: t("portal.payment.number") },
      { head: t("portal.matters.kind"), plain: true },
      { head: t("portal.matters.unit"), plain: true },
      { head: t("payments.fund"), plain: true },
      { head: t("portal.matters.stage"), plain: true },
      { head: t("portal.matters.submittedOn") },
      { head: t("portal.matters.changedOn") },
      { head: inUnit(scene, t("matter.field.terms.amount")), kind: "money", plain: true },
      { head: t("portal.matters.paid"), kind: "mark" },
      { head: t("ui.receipt"), kind: "mark" },
    ],
    rows: rows.map((row): Part[] => [
      html`<a class="nw" href="${scene.link("/check", { receipt: row.transaction })}">${row.number}</a>`,
      t(`portal.matters.kind.${row.kind}`),
      said(row.unit[language]),
      said(row.fundName),
      matterStage(scene, row.stage),
      day(row.submittedOn),
      day(row.changedOn),
      money(scene, row.amountMinor),
      row.paidBy !== null && receiptMark(scene, row.paidBy, t("portal.matters.paidOf", { number: row.number })),
      receiptMark(scene, row.transaction, row.number),
    ]),
    sums: sums.map(({ name, minor }) => [name, "", "", "", "", "", "", money(scene, minor), "", ""]),
  });
}
