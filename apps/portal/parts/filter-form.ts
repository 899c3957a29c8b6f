import type { FundTotal, PaymentFilter } from "@mingbai/treasury/views";
import { PaymentStatus } from "@mingbai/treasury/views";
import { type Html, html } from "../html/html.ts";
import type { Scene } from "../scene.ts";

/** Narrows the list by fund, state and day, without script: the browser puts the fields into the address. */
export function filterForm(
  scene: Scene,
  { filter, funds }: { filter: PaymentFilter; funds: readonly FundTotal[] },
): Html {
  const { t, link, large } = scene;
  const keep = [
    ...(large ? [["large", "1"] as const] : []),
    ...(filter.payee === undefined ? [] : [["payee", filter.payee] as const]),
  ];
  const option = (value: string, name: string, chosen: string | undefined): Html =>
    html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`;
  return html`<details class="narrow"${filter.fund !== undefined && html` open`}><summary>${t("portal.payments.narrow")}</summary><form method="get" action="${link("/payments").split("?")[0]}">
${keep.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label for="fund">${t("payments.fund")}</label><select id="fund" name="fund">${option("", t("portal.payments.anyFund"), filter.fund ?? "")}${funds.map(({ id, name }) => option(id, name, filter.fund))}</select></p>
<p><label for="status">${t("payments.state")}</label><select id="status" name="status">${option("", t("portal.payments.anyStatus"), filter.status ?? "")}${PaymentStatus.options.map((status) => option(status, t(`payments.status.${status}`), filter.status))}</select></p>
<p><label for="from">${t("payments.filter.from")}</label><input id="from" type="date" name="from" value="${filter.from}"></p>
<p><label for="to">${t("payments.filter.to")}</label><input id="to" type="date" name="to" value="${filter.to}"></p><button>${t("portal.payments.show")}</button></form></details>`;
}
