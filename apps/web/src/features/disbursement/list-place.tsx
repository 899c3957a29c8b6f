import { useId } from "react";
import { useText } from "../../i18n/use-text.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { placeKey } from "../pay/pay-plan.ts";
import type { Place } from "../pay/use-purse.ts";

/** Which money pays the list, and what remains of it: read, held back, paid, had, left. */
export function ListPlace({
  places,
  place,
  choose,
  read,
  held,
  pay,
}: {
  places: readonly Place[];
  place: Place | undefined;
  choose(key: string): void;
  read: number;
  held: number;
  pay: number;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sm i2">
        {t("list.place")}
      </label>
      <select
        id={id}
        className="field place-select"
        value={place ? placeKey(place) : ""}
        onChange={({ target }) => choose(target.value)}
      >
        {place === undefined && <option value="">{t("list.place.choose")}</option>}
        {places.map((one) => (
          <option key={placeKey(one)} value={placeKey(one)}>
            {t("list.place.one", { fund: one.fund.name, tranche: one.tranche })}
          </option>
        ))}
      </select>
      <table className="tbl after-table">
        <caption className="sr">{t("list.equation")}</caption>
        <tbody>
          <Line name={t("list.equation.read")} minor={read} />
          <Line name={t("list.equation.held")} minor={-held} />
          <Line name={t("list.equation.pay")} minor={pay} isSum />
          {place && (
            <>
              <Line name={t("list.equation.has")} minor={place.freeMinor} />
              <Line name={t("list.equation.left")} minor={place.freeMinor - pay} isSum />
            </>
          )}
        </tbody>
      </table>
    </>
  );
}

function Line({ name, minor, isSum = false }: { name: string; minor: number; isSum?: boolean }) {
  return (
    <tr className={isSum ? "sum-line" : ""}>
      <th scope="row">{name}</th>
      <MoneyCell minor={minor} />
    </tr>
  );
}
