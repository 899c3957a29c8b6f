import type { payeeTotalsView } from "@mingbai/treasury/views";
import { type Html, html, type Part, said } from "../html/html.ts";
import type { ResultOf, Scene } from "../scene.ts";
import { splitPayees } from "./payees.ts";
import { table } from "./table.ts";
import { inUnit, money } from "./words.ts";

/** Who was paid, of all or of one fund: organisations open into their payments, people stand in one sum. */
export function payeeTable(
  scene: Scene,
  { totals, fund, caption }: { totals: ResultOf<typeof payeeTotalsView>; fund?: string; caption: string },
): Html {
  const { t, link } = scene;
  const { named, rest } = splitPayees(totals);
  const count = (payments: number): string => payments.toLocaleString("en-US");
  const rows = named.map(({ payee, paidMinor, payments }): Part[] => [
    html`<a href="${link("/payments", { payee: payee.account, fund })}">${said(payee.name)}</a>`,
    count(payments),
    money(scene, paidMinor),
  ]);
  const restName = t(named.length === 0 ? "portal.payees.all" : "portal.payees.rest", { count: rest.payees });
  const restRow: Part[] = [restName, count(rest.payments), money(scene, rest.paidMinor)];
  return table({
    caption,
    columns: [
      { head: t("payments.payee") },
      { head: t("portal.count"), kind: "money" },
      { head: inUnit(scene, t("overview.paid")), kind: "money" },
    ],
    rows: rest.payees > 0 ? [...rows, restRow] : rows,
    sums: [[t("ui.total"), count(totals.total.payments), money(scene, totals.total.paidMinor)]],
  });
}
