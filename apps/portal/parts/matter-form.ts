import { stages } from "@mingbai/workflow/stages";
import type { PublicMatter, publicMattersView } from "@mingbai/workflow/views/public-matter";
import { type Html, html } from "../html/html.ts";
import type { ResultOf, Scene } from "../scene.ts";

/** What of all matters is looked at. */
export interface MatterFilter {
  readonly unit?: string | undefined;
  readonly fund?: number | undefined;
  readonly stage?: PublicMatter["stage"] | undefined;
}

type Matters = ResultOf<typeof publicMattersView>;

/** Narrows the list by who decides, by fund and by stage, without script: the browser puts the fields into the address. */
export function matterForm(
  scene: Scene,
  { filter, units, funds }: { filter: MatterFilter } & Pick<Matters, "units" | "funds">,
): Html {
  const { t, link, large, language } = scene;
  const isNarrowed = filter.unit !== undefined || filter.fund !== undefined || filter.stage !== undefined;
  return html`<details class="narrow"${isNarrowed && html` open`}><summary>${t("portal.payments.narrow")}</summary><form method="get" action="${link("/matters").split("?")[0]}">
${large && html`<input type="hidden" name="large" value="1">`}
<p><label for="unit">${t("portal.matters.unit")}</label><select id="unit" name="unit">${option("", t("portal.matters.anyUnit"), filter.unit ?? "")}${units.map((unit) => option(unit.id, unit[language], filter.unit))}</select></p>
<p><label for="fund">${t("payments.fund")}</label><select id="fund" name="fund">${option("", t("portal.payments.anyFund"), String(filter.fund ?? ""))}${funds.map(({ fund, fundName }) => option(String(fund), fundName, String(filter.fund)))}</select></p>
<p><label for="stage">${t("portal.matters.stage")}</label><select id="stage" name="stage">${option("", t("portal.payments.anyStatus"), filter.stage ?? "")}${stages.map((stage) => option(stage, t(`matter.stage.${stage}`), filter.stage))}</select></p><button>${t("portal.payments.show")}</button></form></details>`;
}

function option(value: string, name: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`;
}
