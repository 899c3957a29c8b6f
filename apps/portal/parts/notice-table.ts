import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import type { PublicCase } from "@mingbai/registry/views/cases";
import { type Html, html, type Part, said } from "../html/html.ts";
import type { Scene } from "../scene.ts";
import { receiptMark } from "./payment-table.ts";
import { table } from "./table.ts";
import { timeWords } from "./words.ts";

/** Notices, first what ends first; who thinks otherwise goes on to object, signed in. Each mark opens the receipt of the act that opened it. A code that `form` has not is shown as it is. */
export function noticeTable(
  scene: Scene,
  { rows, form }: { readonly rows: readonly PublicCase[]; readonly form: FormDefinition },
): Html {
  const { t, language } = scene;
  const optionWords = (field: "monitored" | "cause", code: string): Html => {
    const of = findField(form, "household", field)?.of;
    const option = of !== undefined && "options" in of ? of.options.find((one) => one.code === code) : undefined;
    return said(option?.[language] ?? code);
  };
  return table({
    caption: t("portal.notices"),
    columns: [
      { head: t("portal.notices.number") },
      { head: t("portal.notices.head"), plain: true },
      { head: t("portal.notices.place"), plain: true },
      { head: t("portal.notices.kind"), plain: true },
      { head: t("portal.notices.monitored") },
      { head: t("portal.notices.cause") },
      { head: t("portal.notices.until") },
      { head: t("portal.notices.unit") },
      { head: t("portal.notices.objecting"), plain: true },
      { head: t("ui.receipt"), kind: "mark" },
    ],
    rows: rows.map((row): Part[] => [
      html`<span class="nw">${said(row.number)}</span>`,
      said(row.head),
      said(`${row.village} ${row.team}`.trim()),
      t(`portal.notices.kind.${row.kind}`),
      optionWords("monitored", row.monitored),
      optionWords("cause", row.cause),
      html`<span class="nw">${timeWords(scene, row.untilMs)}</span>`,
      said(row.unit[language]),
      html`<a class="nw" href="/cases/${row.case}/objection">${t("portal.notices.objecting")}<span class="sr">${t("portal.colon")}${said(row.number)}</span></a>`,
      receiptMark(scene, row.transaction, row.number),
    ]),
  });
}
