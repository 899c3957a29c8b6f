import { ordersPerCommandMax } from "@mingbai/treasury/schema";
import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";

/** What is ticked, its control totals, and the one signature that lets all of it go to the bank. */
export function ReleaseBar({
  rows,
  able,
  isSigning,
  onSigning,
  onTickAll,
  onDone,
}: {
  /** The orders that are ticked. */
  rows: readonly RedemptionRow[];
  /** How many of the list may be released. */
  able: number;
  isSigning: boolean;
  onSigning(open: boolean): void;
  onTickAll(): void;
  onDone(released: { count: number; sumMinor: number }): void;
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  const sumMinor = rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const sum = moneyWithUnit(sumMinor);
  const isTooMany = rows.length > ordersPerCommandMax;
  const isOff = rows.length === 0 || isTooMany;
  const why = isTooMany ? t("redemptions.tooMany", { max: ordersPerCommandMax }) : "";
  const sign = async () => {
    await settle("treasury.releaseOrders", { endToEndIds: rows.map(({ endToEndId }) => endToEndId) });
    onDone({ count: rows.length, sumMinor });
  };
  return (
    <div className="act-foot">
      <section className="act-bar" aria-label={t("redemptions.release")}>
        <p className="sm i2 act-words" role="status">
          {rows.length === 0 ? t("redemptions.tickSome", { count: able }) : why}
        </p>
        <span className="sp" />
        {able > 0 && rows.length < Math.min(able, ordersPerCommandMax) && (
          <button type="button" className="btn" onClick={onTickAll}>
            {t("redemptions.tickAll", { count: Math.min(able, ordersPerCommandMax) })}
          </button>
        )}
        <button
          type="button"
          className={isOff ? "btn" : "btn p"}
          aria-disabled={isOff}
          onClick={() => !isOff && onSigning(true)}
        >
          <Icon name="right" size={14} />
          {t("redemptions.release.do", { count: rows.length, sum })} <kbd>A</kbd>
        </button>
      </section>
      {isSigning && !isOff && (
        <Signing
          title={t("redemptions.release.sign")}
          verb={t("redemptions.release.verb")}
          sentence={t("redemptions.release.sentence", { count: rows.length, sum })}
          totals={[
            { label: t("redemptions.release.count"), value: rows.length },
            { label: t("redemptions.release.payees"), value: new Set(rows.map(({ holder }) => holder.account)).size },
            {
              label: t("redemptions.release.funds"),
              value: [...new Set(rows.map(({ fund }) => fund.name))].join(", "),
            },
            { label: t("redemptions.release.sum"), value: sum },
          ]}
          sign={sign}
          close={() => onSigning(false)}
        />
      )}
    </div>
  );
}
