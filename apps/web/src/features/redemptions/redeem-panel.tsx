import { type FormEvent, useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useToday } from "../../ui/use-today.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { makeOrderId } from "./order-id.ts";
import { readRedeemAmount } from "./redeemable.ts";
import type { Holding } from "./use-holdings.ts";

/** How much of one place is to be paid out: all of it or a part, then the signature. */
export function RedeemPanel({ holding, onClose }: { holding: Holding; onClose(): void }) {
  const { t } = useText();
  const { money, moneyWithUnit, unit } = useFormat();
  const { currency } = useLedger();
  const today = useToday();
  const settle = useSettledAct();
  const { place, mayMinor, fundNumber } = holding;
  const [text, setText] = useState(money(mayMinor));
  const [isAsked, setAsked] = useState(false);
  const [isSigning, setSigning] = useState(false);
  // One id as long as the panel is open: signed twice, the ledger refuses the second.
  const [orderId] = useState(() => makeOrderId(today));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const amount = readRedeemAmount(text, { mayMinor, decimals: currency.decimals });
  const fault = typeof amount === "number" ? undefined : amount;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault === undefined) setSigning(true);
    else input.current?.focus();
  };
  const sign = async () => {
    if (typeof amount !== "number") return;
    const from = { holder: place.holder, fund: fundNumber, tranche: place.tranche };
    await settle("treasury.redeem", { from, amount, endToEndId: orderId });
    onClose();
  };
  const from = t("redemptions.from", { fund: place.fund.name, tranche: place.tranche });
  return (
    <form className="redeem-panel" onSubmit={submit} aria-label={t("redemptions.redeem.of", { from })} noValidate>
      <h3>{t("redemptions.redeem.of", { from })}</h3>
      <label htmlFor="redeem-amount">{t("redemptions.amount", { unit })}</label>
      <div className="row wrap">
        <input
          id="redeem-amount"
          ref={input}
          className="field num"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={isAsked && fault !== undefined}
          aria-describedby="redeem-more"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="btn t" onClick={() => setText(money(mayMinor))}>
          {t("redemptions.whole", { sum: money(mayMinor) })}
        </button>
      </div>
      <p id="redeem-more" className="sm">
        {isAsked && fault !== undefined ? (
          <span className="bad row">
            <Icon name="cross" size={14} />
            {t(`redemptions.fault.${fault}`, { may: moneyWithUnit(mayMinor) })}
          </span>
        ) : (
          <span className="i2">{t("redemptions.redeem.next")}</span>
        )}
      </p>
      <p className="sm i3 num">{t("redemptions.redeem.id", { id: orderId })}</p>
      <div className="row wrap">
        <button type="submit" className="btn p">
          {t("redemptions.redeem.do")}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t("redemptions.redeem.leave")}
        </button>
      </div>
      {isSigning && typeof amount === "number" && (
        <Signing
          title={t("redemptions.redeem.sign")}
          verb={t("redemptions.redeem.verb")}
          sentence={t("redemptions.redeem.sentence", { amount: moneyWithUnit(amount), from })}
          totals={[
            { label: t("redemptions.sign.amount"), value: moneyWithUnit(amount) },
            { label: t("redemptions.sign.left"), value: moneyWithUnit(place.freeMinor - amount) },
            { label: t("redemptions.sign.id"), value: orderId },
          ]}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </form>
  );
}
