import type { DifferenceRow } from "@mingbai/treasury/views/bank-close";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type DayRow, signed } from "./compare-day.ts";
import { DifferenceActs } from "./difference-acts.tsx";
import { ReportButton } from "./report-button.tsx";

/** Under a row: what it means, what to do, and both sides with one click to each. */
export function DifferenceDetail({
  row,
  account,
  onDay,
  reported,
}: {
  row: DayRow;
  account: string;
  onDay: string;
  /** What of it stands on the ledger, if it was reported. */
  reported: DifferenceRow | undefined;
}) {
  const { t } = useText();
  const { day, money } = useFormat();
  const { bank, ledger, kind, effectMinor } = row;
  const order = bank?.endToEndId ?? ledger?.endToEndId;
  return (
    <div className="difference-detail">
      <p>
        <b>{t(`reconciliation.kind.${kind}`)}</b> {t(`reconciliation.what.${kind}`)}
      </p>
      {effectMinor !== 0 && (
        <p className="sm i2">
          {t(effectMinor > 0 ? "reconciliation.effect.more" : "reconciliation.effect.less", {
            sum: money(Math.abs(effectMinor)),
          })}
        </p>
      )}
      <div className="two-facts">
        {bank && (
          <dl className="dl sm">
            <dt>{t("reconciliation.bank")}</dt>
            <dd className="num">{bank.reference}</dd>
            <dt>{t("reconciliation.valueDay")}</dt>
            <dd>{day(bank.valueDay)}</dd>
            <dt>{t("reconciliation.amount.plain")}</dt>
            <dd>
              <Money minor={signed(bank)} />
            </dd>
            <dt>{t("reconciliation.code")}</dt>
            <dd className="num">{bank.code.join(" ")}</dd>
            {bank.remittance !== undefined && (
              <>
                <dt>{t("reconciliation.remittance")}</dt>
                <dd>{bank.remittance}</dd>
              </>
            )}
            {bank.returnReason !== undefined && (
              <>
                <dt>{t("reconciliation.returnReason")}</dt>
                <dd className="num">{bank.returnReason}</dd>
              </>
            )}
          </dl>
        )}
        {ledger && (
          <dl className="dl sm">
            <dt>{t("reconciliation.ledger")}</dt>
            <dd className="num">{ledger.reference}</dd>
            <dt>{t("reconciliation.valueDay")}</dt>
            <dd>{day(ledger.valueDay)}</dd>
            <dt>{t("reconciliation.amount.plain")}</dt>
            <dd>
              <Money minor={signed(ledger)} />
            </dd>
            <dt>{t("reconciliation.booked")}</dt>
            <dd>
              <Link to={`/ledger/transactions/${ledger.transaction}`}>{t("reconciliation.open.transaction")}</Link>
            </dd>
          </dl>
        )}
      </div>
      {row.kind !== "matched" &&
        (reported === undefined ? (
          <ReportButton row={row} account={account} day={onDay} />
        ) : (
          <DifferenceActs difference={reported} />
        ))}
      {order !== undefined && (
        <Link className="btn s" to={`/redemptions?order=${encodeURIComponent(order)}`}>
          <Icon name="lock" size={14} />
          {t("reconciliation.open.order", { order })}
        </Link>
      )}
    </div>
  );
}
