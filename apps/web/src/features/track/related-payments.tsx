import type { PaymentRow } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Money } from "../../ui/money.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { PaymentState } from "../payments/payment-state.tsx";

/** Returns of this payment, or the payment that this one returns. */
export function RelatedPayments({ rows }: { rows: readonly PaymentRow[] }) {
  const { t } = useText();
  const { day } = useFormat();
  if (rows.length === 0) return null;
  return (
    <section className="related">
      <h2>{t("track.related")}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="row wrap">
            <Link to={`/payments/${row.id}`}>{row.reference}</Link>
            <PaymentState status={row.status} kind={row.kind} />
            <span className="i2">{day(row.paidOn)}</span>
            <span className="sp" />
            <Money minor={row.amountMinor} />
          </li>
        ))}
      </ul>
    </section>
  );
}
