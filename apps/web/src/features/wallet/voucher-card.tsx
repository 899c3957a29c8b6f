import type { WalletOffer } from "@mingbai/treasury/views/offers";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Money } from "../../ui/money.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { leftToday } from "./left-today.ts";
import { useAudienceWords } from "./use-audience-words.ts";

/** One kind of voucher that I hold: what is left, what of it today, until when and where. */
export function VoucherCard({ held }: { held: WalletOffer }) {
  const { t } = useText();
  const { unit, time, moneyWithUnit } = useFormat();
  const { where } = useAudienceWords();
  const { zoneOffsetMinutes } = useLedger();
  const { offer } = held;
  const { mayMinor, refusal } = leftToday(held, { nowMs: useNow(), zoneOffsetMinutes });
  const isPast = refusal === "over" || refusal === "nothing";
  return (
    <li className={isPast ? "voucher past" : "voucher"}>
      <h2 className="row">
        {offer.title}
        <span className="sp" />
        <FactMark transactionId={held.taken.transaction} title={offer.title} />
      </h2>
      <dl className="voucher-sums">
        <div>
          <dt>{t("wallet.held")}</dt>
          <dd className="big">
            <Money minor={held.heldMinor} /> <small>{unit}</small>
          </dd>
        </div>
        <div>
          <dt>{t("wallet.today")}</dt>
          <dd className="big">
            <Money minor={mayMinor} /> <small>{unit}</small>
          </dd>
        </div>
      </dl>
      {refusal !== undefined && (
        <p className={isPast ? "i2" : "warn"}>{t(`wallet.refused.${refusal}`, { time: time(offer.fromMs) })}</p>
      )}
      <p className="i2">
        {t("wallet.until", { time: time(offer.untilMs) })}
        <br />
        {t("wallet.perDay", { amount: moneyWithUnit(offer.perDayMinor) })}
        <br />
        {where(offer)}
      </p>
      <p className="sm i3">{t("wallet.by", { office: offer.office.name, fund: offer.fund.name })}</p>
    </li>
  );
}
