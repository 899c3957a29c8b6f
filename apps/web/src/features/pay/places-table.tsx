import { useText } from "../../i18n/use-text.ts";
import { Money } from "../../ui/money.tsx";
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
        <thead>
          <tr>
            <th scope="col">{t("pay.place")}</th>
            <th scope="col" className="wide r">
              {t("pay.now", { unit })}
            </th>
            <th scope="col" className="wide r">
              {t("matter.after.paid")}
            </th>
            <th scope="col" className="r">
              {t("matter.after.left")}
            </th>
          </tr>
        </thead>
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
              <td className="wide r">
                <Money minor={place.freeMinor} />
              </td>
              <td className="wide r">
                <Money minor={-paidMinor} />
              </td>
              <td className="r">
                <Money minor={leftMinor} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ui.total")}</th>
            <td className="wide r">
              <Money minor={sum(({ place }) => place.freeMinor)} />
            </td>
            <td className="wide r">
              <Money minor={-sum(({ paidMinor }) => paidMinor)} />
            </td>
            <td className="r">
              <Money minor={sum(({ leftMinor }) => leftMinor)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
