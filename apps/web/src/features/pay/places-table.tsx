import { useText } from "../../i18n/use-text.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type PlannedPayment, placeKey, placesAfter } from "./pay-plan.ts";

/** What each place that pays has now, pays, and keeps; the sums below. */
export function PlacesTable({ plan }: { plan: readonly PlannedPayment[] }) {
  const { t } = useText();
  const { unit } = useFormat();
  const after = placesAfter(plan);
  if (after.length === 0) return null;
  const sum = (of: (one: (typeof after)[number]) => number) => after.reduce((total, one) => total + of(one), 0);
  return (
    <section className="places-after">
      <h2>{t("matter.after")}</h2>
      <table className="tbl">
        <caption className="sr">{t("matter.after")}</caption>
        <TableHead
          columns={[
            { head: t("pay.place") },
            { head: t("pay.now", { unit }), look: "wide r" },
            { head: t("matter.after.paid"), look: "wide r" },
            { head: t("matter.after.left"), look: "r" },
          ]}
        />
        <tbody>
          {after.map(({ place, paidMinor, leftMinor }) => (
            <tr key={placeKey(place)}>
              <th scope="row">
                {t("pay.place.name", { fund: place.fund.name, tranche: place.tranche })}
                <span className="narrow sm i2">
                  {t("pay.now", { unit })} <Money minor={place.freeMinor} />
                </span>
                <span className="narrow sm i2">
                  {t("matter.after.paid")} <Money minor={-paidMinor} />
                </span>
              </th>
              <MoneyCell wide minor={place.freeMinor} />
              <MoneyCell wide minor={-paidMinor} />
              <MoneyCell minor={leftMinor} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ui.total")}</th>
            <MoneyCell wide minor={sum(({ place }) => place.freeMinor)} />
            <MoneyCell wide minor={-sum(({ paidMinor }) => paidMinor)} />
            <MoneyCell minor={sum(({ leftMinor }) => leftMinor)} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
