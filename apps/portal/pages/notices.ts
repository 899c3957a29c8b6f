import { publicCasesView } from "@mingbai/registry/views/cases";
import { formView } from "@mingbai/registry/views/form";
import { html } from "../html/html.ts";
import type { PageParts } from "../parts/layout.ts";
import { noticeTable } from "../parts/notice-table.ts";
import { readToWords } from "../parts/words.ts";
import type { Scene } from "../scene.ts";

const path = "/notices";

/** Public notices that run now: who is to be monitored or no longer, and until when anyone may object. */
export async function noticesPage(scene: Scene): Promise<PageParts> {
  const { t } = scene;
  const { rows, more, readAt } = await scene.ask(publicCasesView, {});
  const list =
    rows.length === 0
      ? html`<h2>${t("portal.notices.none")}</h2><p>${t("portal.notices.none.how")}</p>`
      : html`<h2>${t("portal.notices.count", { count: rows.length })}</h2>${noticeTable(scene, { rows, form: (await scene.ask(formView, {})).form })}${more && html`<p>${t("portal.notices.more")}</p>`}`;
  const main = html`<div class="w hero"><h1>${t("portal.notices")}</h1><p>${t("portal.notices.lead")}</p><p>${t("portal.notices.object")}</p><p class="note">${readToWords(scene, readAt)}</p></div>
<section><div class="w">${list}</div></section>`;
  return { title: t("portal.notices"), path, main };
}
