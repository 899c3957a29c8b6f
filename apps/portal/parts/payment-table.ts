import { dayText } from "@mingbai/app-web/src/ui/format-time";
import type { PaymentKind, PaymentRow, PaymentStatus } from "@mingbai/treasury/views";
import { type Html, html, type Part, said } from "../html/html.ts";
import type { Scene } from "../scene.ts";
import { type IconName, icon } from "./icons.ts";
import { table } from "./table.ts";
import { inUnit, money, partyName } from "./words.ts";

const looks: Readonly<Record<PaymentStatus, { readonly icon: IconName; readonly tone: string }>> = {
  disbursed: { icon: "right", tone: "br" },
  confirmed: { icon: "tick", tone: "ok" },
  redeeming: { icon: "lock", tone: "warn" },
  burned: { icon: "slip", tone: "ok" },
  returned: { icon: "back", tone: "" },
  frozen: { icon: "pause", tone: "bad" },
};

/** Where a payment's money is now: a shape, a word and a colour. Money that came back is told by its kind instead. */
export function paymentState({ t }: Scene, { status, kind }: { status: PaymentStatus; kind: PaymentKind }): Html {
  if (kind !== "payment") return html`<span class="st">${icon("back")}${t(`payments.kind.${kind}`)}</span>`;
  const look = looks[status];
  return html`<span class="st ${look.tone}">${icon(look.icon)}${t(`payments.status.${status}`)}</span>`;
}

/** What a payment was for, as the link to its track. */
export function paymentLink({ link, t }: Scene, row: PaymentRow): Html {
  const words =
    row.purpose === "" ? html`${row.fund.name}${t("verify.comma")}${t("portal.purposeless")}` : said(row.purpose);
  return html`<a href="${link(`/payments/${row.id}`)}">${words}</a>`;
}

/** The quiet mark at the end of a fact: it opens the receipt. */
export function receiptMark({ link, t }: Scene, receipt: string, what: string): Html {
  return html`<a class="mark" href="${link("/check", { receipt })}">${icon("entered", 18)}<span class="sr">${t("ui.proof.entered")}${t("portal.colon")}${what}</span></a>`;
}

/** Payments, newest first as they come. `sums`: rows that stand under their amounts, each with its name. */
export function paymentTable(
  scene: Scene,
  {
    caption,
    rows,
    sums = [],
  }: {
    caption: string;
    rows: readonly PaymentRow[];
    sums?: readonly { readonly name: string; readonly minor: number }[];
  },
): Html {
  const { t, language } = scene;
  const named = (row: PaymentRow): string => row.purpose || row.reference || row.fund.name;
  return table({
    caption,
    columns: [
      { head: t("payments.purpose") },
      { head: t("payments.paidOn"), plain: true },
      { head: t("payments.payee"), plain: true },
      { head: t("payments.fund"), plain: true },
      { head: t("payments.state"), plain: true },
      { head: inUnit(scene, t("track.amount")), kind: "money", plain: true },
      { head: t("ui.receipt"), kind: "mark" },
    ],
    rows: rows.map((row): Part[] => [
      paymentLink(scene, row),
      html`<span class="nw">${dayText(row.paidOn, language)}</span>`,
      partyName(scene, row.payee),
      said(row.fund.name),
      paymentState(scene, row),
      money(scene, row.amountMinor),
      receiptMark(scene, row.id, named(row)),
    ]),
    sums: sums.map(({ name, minor }) => [name, "", "", "", "", money(scene, minor), ""]),
  });
}
