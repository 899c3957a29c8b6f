import { type Html, html } from "../html/html.ts";
import type { Scene } from "../scene.ts";

/** Three ways to check: paste or choose a receipt here, the page that asks no server, and the published data. */
export function checkForm(scene: Scene, { isPage = false }: { isPage?: boolean } = {}): Html {
  const { t, link } = scene;
  return html`<section class="ask"><div class="w three-ways"><div>${!isPage && html`<h2>${t("portal.check")}</h2>`}<p>${t("portal.check.lead")}</p>
<form method="post" action="${link("/check")}" enctype="multipart/form-data"><label for="receipt">${t("verify.input")}</label><textarea id="receipt" name="receipt" rows="${isPage ? 8 : 3}" spellcheck="false"></textarea>
<label for="file">${t("portal.check.file")}</label><input id="file" type="file" name="file" accept=".json,.txt,.tlog-proof,application/json,text/plain"><button>${t("verify.do")}</button></form><p class="note">${t("portal.check.server")}</p></div>
<div><h2>${t("portal.trust")}</h2><p>${t("portal.trust.how")}</p><p><a href="/verify.html" download="verify.html">${t("portal.trust.get")}</a></p></div>
<div><h2>${t("portal.data")}</h2><p>${t("portal.data.how")}</p><p><a href="/checkpoint">${t("portal.data.checkpoint")}</a> <a href="/api/openapi.json">${t("portal.data.api")}</a></p></div></div></section>`;
}
