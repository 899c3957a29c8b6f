import { html } from "../html/html.ts";
import type { PageParts } from "../parts/layout.ts";
import type { Look } from "../scene.ts";

/** none: nothing is there; bad: the address cannot be read; away: the node cannot be asked; private: about one person. */
export type NoPageKind = "none" | "bad" | "away" | "payments.private";

/** A page that says what happened, what is safe and what to do. */
export function noPage({ t, link }: Pick<Look, "t" | "link">, kind: NoPageKind, status: number): PageParts {
  const title = t(`portal.${kind}`);
  const main = html`<div class="w hero" role="alert"><h1>${title}</h1><p>${t(`portal.${kind}.how`)}</p><p><a href="${link("")}">${t("portal.nav.home")}</a></p></div>`;
  return { title, path: "/none", main, status };
}
