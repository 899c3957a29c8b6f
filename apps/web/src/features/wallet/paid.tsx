import type { Party } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** A purchase that is final on the ledger. */
export interface PaidPurchase {
  readonly transaction: string;
  readonly merchant: Party;
  readonly offerTitle: string;
  readonly amountMinor: number;
  readonly timeMs: number;
}

/** What a person shows in the shop: paid, to whom, how much, when, with its receipt. */
export function Paid({ paid, onAgain }: { paid: PaidPurchase; onAgain(): void }) {
  const { t } = useText();
  const { moneyWithUnit, time } = useFormat();
  const { transaction, merchant, offerTitle, amountMinor, timeMs } = paid;
  const sum = t("spend.paid", { amount: moneyWithUnit(amountMinor) });
  return (
    <section className="paid" role="status">
      <p className="ok">
        <Icon name="tick" size={56} />
      </p>
      <p className="paid-sum">{sum}</p>
      <p className="paid-to">{merchant.name}</p>
      <p>{t("spend.paid.at", { time: time(timeMs, true), offer: offerTitle })}</p>
      <p className="row">
        <span className="mono i2">{transaction.slice(0, 16)}</span>
        <FactMark transactionId={transaction} line={0} title={`${t("spend.paid.mark")} ${sum}`} />
      </p>
      <p className="i2">{t("spend.paid.show")}</p>
      <p className="row wrap">
        <Link className="btn p" to="/wallet">
          {t("take.toWallet")}
        </Link>
        <button type="button" className="btn" onClick={onAgain}>
          {t("spend.again")}
        </button>
      </p>
    </section>
  );
}
