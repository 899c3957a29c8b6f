import { moneyParts } from "./format-money.ts";
import { useLedger } from "./ledger-context.ts";

/** An exact amount: tabular figures, decimals quieter, a true minus. The unit stands in the table's head or beside it. */
export function Money({ minor }: { minor: number }) {
  const { currency } = useLedger();
  const parts = moneyParts(minor, currency.decimals);
  return (
    <span className="money">
      {parts.sign}
      {parts.whole}
      <i>{parts.decimals}</i>
    </span>
  );
}
