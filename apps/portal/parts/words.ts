import { currencyUnit, moneyParts, moneyText } from "@mingbai/app-web/src/ui/format-money";
import { timeText, zoneText } from "@mingbai/app-web/src/ui/format-time";
import type { Party } from "@mingbai/treasury/views";
import { type Html, html, said } from "../html/html.ts";
import type { Scene } from "../scene.ts";

/** An amount in a table, its decimals set back. */
export function money({ status }: Scene, minor: number): Html {
  const { sign, whole, decimals } = moneyParts(minor, status.currency.decimals);
  return html`<span class="money">${sign}${whole}<i>${decimals}</i></span>`;
}

/** An amount in a sentence: 862,400.00 元, CNY 862,400.00. */
export function moneyWords({ status, language }: Scene, minor: number): string {
  const amount = moneyText(minor, status.currency.decimals);
  return language === "zh"
    ? `${amount} ${currencyUnit(status.currency, language)}`
    : `${status.currency.code} ${amount}`;
}

/** A column's head with the currency's unit: 金额（元）. */
export function inUnit({ status, language, t }: Scene, what: string): string {
  return t("overview.inUnit", { what, unit: currencyUnit(status.currency, language) });
}

export function timeWords({ language, status }: Scene, timeMs: number): string {
  return timeText(timeMs, { language, zoneOffsetMinutes: status.zoneOffsetMinutes });
}

/** Up to when the page has read, for the line under its title. */
export function readToWords(scene: Scene, readAt: { readonly height: number; readonly timeMs: number }): string {
  return scene.t("portal.readTo", {
    time: timeWords(scene, readAt.timeMs),
    zone: zoneText(scene.status.zoneOffsetMinutes),
    height: readAt.height.toLocaleString("en-US"),
  });
}

/** A name as everybody may see it: organisations in full, people as the views mask them, never an account. */
export function partyName({ t }: Scene, party: Party): Html {
  return party.nature === "many" ? html`${t("ui.many")}` : said(party.name);
}
