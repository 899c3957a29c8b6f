import { chartScale } from "@mingbai/app-web/src/ui/format-money";
import { monthText } from "@mingbai/app-web/src/ui/format-time";
import type { monthlyPaidView } from "@mingbai/treasury/views";
import { type Html, html } from "../html/html.ts";
import type { ResultOf, Scene } from "../scene.ts";
import { shareBar } from "./bars.ts";
import { table } from "./table.ts";
import { inUnit, money } from "./words.ts";

type Months = ResultOf<typeof monthlyPaidView>["months"];

/** The newest months only, so that the columns keep their width. */
const monthsShownMax = 13;
const columnHigh = 150;

/** Paid in each month: columns where there is room, a table with bars where there is not. Each opens its payments. */
export function monthsChart(scene: Scene, { months, fund }: { months: Months; fund?: string }): Html {
  const { t, language } = scene;
  const shown = months.slice(-monthsShownMax);
  const most = Math.max(1, ...shown.map(({ paidMinor }) => paidMinor));
  const { perMark, unit } = chartScale(most, { currency: scene.status.currency, language });
  const columns = shown.map(({ month, paidMinor }, index) => {
    const high = Math.round((Math.max(0, paidMinor) / most) * columnHigh);
    const year = index === 0 || month.endsWith("-01") ? month.slice(0, 4) : "";
    const figure = Math.round(paidMinor / perMark).toLocaleString("en-US");
    return html`<li><a href="${monthAddress(scene, month, fund)}"><span class="figure">${figure}</span><svg width="28" height="${Math.max(1, high)}" aria-hidden="true"><rect width="28" height="${Math.max(1, high)}"/></svg><span>${monthText(month, language)}</span><small>${year}</small></a></li>`;
  });
  return html`<p class="note">${t("overview.monthsUnit", { unit })}</p><ol class="columns">${columns}</ol><div class="folded">${monthsTable(scene, { shown, most, fund })}</div>`;
}

function monthsTable(
  scene: Scene,
  { shown, most, fund }: { shown: Months; most: number; fund: string | undefined },
): Html {
  const { t, language } = scene;
  return table({
    caption: t("portal.months"),
    look: "lines",
    columns: [
      { head: t("overview.month") },
      { head: t("portal.months"), kind: "bar" },
      { head: inUnit(scene, t("overview.paid")), kind: "money", plain: true },
    ],
    rows: shown.map(({ month, paidMinor }) => [
      html`<a href="${monthAddress(scene, month, fund)}">${monthText(month, language, true)}</a>`,
      shareBar({ part: paidMinor, whole: 0, scale: most }),
      money(scene, paidMinor),
    ]),
  });
}

function monthAddress({ link }: Scene, month: string, fund: string | undefined): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return link("/payments", { fund, from: `${month}-01`, to: `${month}-${last}` });
}
