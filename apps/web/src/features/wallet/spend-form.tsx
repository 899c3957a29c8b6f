import { toHex } from "@mingbai/codec/hex";
import type { Party } from "@mingbai/treasury/views";
import type { WalletOffer } from "@mingbai/treasury/views/offers";
import { type FormEvent, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import type { PaidPurchase } from "./paid.tsx";
import { readSpend } from "./read-spend.ts";

const referenceBytes = 16;

interface Voucher {
  readonly held: WalletOffer;
  readonly mayMinor: number;
}

/** Which voucher, how much, and the signature. */
export function SpendForm({
  merchant,
  vouchers,
  onPaid,
}: {
  merchant: Party;
  vouchers: readonly Voucher[];
  onPaid(paid: PaidPurchase): void;
}) {
  const { t } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const { currency } = useLedger();
  const [chosenId, choose] = useState<string>();
  const [text, setText] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const chosen =
    vouchers.find(({ held }) => held.offer.id === chosenId) ?? vouchers.find(({ mayMinor }) => mayMinor > 0);
  const mayMinor = chosen?.mayMinor ?? 0;
  const amount = readSpend(text, { mayMinor, decimals: currency.decimals });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (typeof amount === "number") setSigning(true);
    else input.current?.focus();
  };
  return (
    <form className="spend-form" onSubmit={submit} noValidate>
      <p className="spend-to">
        <span className="i2">{t("spend.to")}</span>
        <b>{merchant.name}</b>
      </p>
      <VoucherChoice vouchers={vouchers} chosen={chosen} onChoose={choose} />
      <label className="label" htmlFor="spend-amount">
        {t("spend.amount", { unit })}
      </label>
      <input
        id="spend-amount"
        ref={input}
        className="field num spend-amount"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isAsked && typeof amount === "string"}
        aria-describedby="spend-more"
        onChange={(event) => setText(event.target.value)}
      />
      <p id="spend-more">
        {isAsked && typeof amount === "string" ? (
          <span className="bad row">
            <Icon name="cross" size={14} />
            {t(`spend.fault.${amount}`, { may: moneyWithUnit(mayMinor) })}
          </span>
        ) : (
          <span className="i2">{t("spend.may", { amount: moneyWithUnit(mayMinor) })}</span>
        )}
      </p>
      <button type="submit" className="btn p big-button">
        {t("spend.go")}
      </button>
      {isSigning && chosen && typeof amount === "number" && (
        <SpendSigning {...{ merchant, voucher: chosen, amount, onPaid }} close={() => setSigning(false)} />
      )}
    </form>
  );
}

function VoucherChoice({
  vouchers,
  chosen,
  onChoose,
}: {
  vouchers: readonly Voucher[];
  chosen: Voucher | undefined;
  onChoose(id: string): void;
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  return (
    <fieldset className="voucher-choice">
      <legend>{t("spend.choose")}</legend>
      {vouchers.map(({ held: { offer }, mayMinor }) => (
        <label key={offer.id}>
          <input
            type="radio"
            name="voucher"
            checked={offer.id === chosen?.held.offer.id}
            disabled={mayMinor === 0}
            onChange={() => onChoose(offer.id)}
          />
          <span>
            {offer.title}
            <span className="sm i2">
              {mayMinor === 0 ? t("wallet.refused.today") : t("spend.may", { amount: moneyWithUnit(mayMinor) })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function SpendSigning({
  merchant,
  voucher: { held },
  amount,
  onPaid,
  close,
}: {
  merchant: Party;
  voucher: Voucher;
  amount: number;
  onPaid(paid: PaidPurchase): void;
  close(): void;
}) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  // One reference as long as this stands open: signed twice, the ledger refuses the second.
  const [reference] = useState(() => toHex(crypto.getRandomValues(new Uint8Array(referenceBytes))));
  const { offer } = held;
  const sign = async () => {
    const input = { offer: offer.id, merchant: merchant.account, amount, reference };
    const { id, timeMs } = await settle("treasury.spend", input);
    onPaid({ transaction: id, merchant, offerTitle: offer.title, amountMinor: amount, timeMs });
  };
  return (
    <Signing
      title={t("spend.sign.title")}
      verb={t("spend.sign.verb")}
      sentence={t("spend.sign.sentence", {
        title: offer.title,
        merchant: merchant.name,
        amount: moneyWithUnit(amount),
      })}
      totals={[
        { label: t("spend.sign.amount"), value: moneyWithUnit(amount) },
        { label: t("spend.sign.left"), value: moneyWithUnit(held.heldMinor - amount) },
      ]}
      sign={sign}
      close={close}
    />
  );
}
