import type { Purchase } from "@mingbai/treasury/views/offers";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Money } from "../../ui/money.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { transactionOf } from "../payments/payment-id.ts";

/** Purchases one below the other, each with its track and its receipt. `by`: what names a row. */
export function PurchaseList({ purchases, by }: { purchases: readonly Purchase[]; by: "merchant" | "offer" }) {
  const { t } = useText();
  const { unit, time, moneyWithUnit } = useFormat();
  return (
    <ul className="purchases">
      {purchases.map(({ id, merchant, offer, amountMinor, timeMs }) => {
        const name = by === "merchant" ? merchant.name : offer.title;
        return (
          <li key={id}>
            <span className="purchase-what">
              <b>{name}</b>
              <span className="sm i2">{time(timeMs)}</span>
              <Link className="sm" to={`/payments/${id}`}>
                {t("wallet.track")}
                <span className="sr"> {moneyWithUnit(amountMinor)}</span>
              </Link>
            </span>
            <span className="purchase-sum">
              <Money minor={amountMinor} /> <small className="i3">{unit}</small>
            </span>
            <FactMark {...transactionOf(id)} title={`${name} ${moneyWithUnit(amountMinor)}`} />
          </li>
        );
      })}
    </ul>
  );
}
