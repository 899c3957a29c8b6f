import { fundTotalsView, PaymentKind, PaymentStatus } from "@mingbai/treasury/views";
import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { moneyText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ListAddress } from "./list-address.ts";
import { parseAmount } from "./parse-amount.ts";

type Filter = ListAddress["filter"];
type Change = { [K in keyof Filter]?: Filter[K] | undefined };
const typingPauseMs = 300;

function TextFilter({ text, onChange }: { text: string | undefined; onChange(change: Change): void }) {
  const { t } = useText();
  const [typed, setTyped] = useState(text ?? "");
  useEffect(() => setTyped(text ?? ""), [text]);
  useEffect(() => {
    const next = typed.trim();
    if (next === (text ?? "")) return;
    const timer = setTimeout(() => onChange({ text: next === "" ? undefined : next }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <div className="filter-text">
      <Icon name="search" />
      <input
        id="payments-filter"
        type="search"
        className="field"
        maxLength={100}
        aria-label={t("payments.filter.text")}
        placeholder={t("payments.filter.text")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <kbd>/</kbd>
    </div>
  );
}

function AmountFilter({ filter, onChange }: { filter: Filter; onChange(change: Change): void }) {
  const { t } = useText();
  const { unit } = useFormat();
  const { currency } = useLedger();
  const id = useId();
  const shown = (minor: number | undefined) =>
    minor === undefined ? "" : moneyText(minor, currency.decimals).replaceAll(",", "");
  const [least, setLeast] = useState(shown(filter.amountMinMinor));
  const [most, setMost] = useState(shown(filter.amountMaxMinor));
  const from = parseAmount(least, currency.decimals);
  const to = parseAmount(most, currency.decimals);
  const bad = from === null || to === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!bad) onChange({ amountMinMinor: from, amountMaxMinor: to });
  };
  const input = (value: string, set: (next: string) => void, label: string, wrong: boolean) => (
    <input
      className="field num"
      inputMode="decimal"
      aria-label={label}
      placeholder={label}
      aria-invalid={wrong}
      {...(wrong ? { "aria-describedby": `${id}-bad` } : {})}
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
  return (
    <form className="filter-amount" onSubmit={submit}>
      {input(least, setLeast, t("payments.filter.min", { unit }), from === null)}
      {input(most, setMost, t("payments.filter.max", { unit }), to === null)}
      <button type="submit" className="btn">
        {t("payments.filter.apply")}
      </button>
      {bad && (
        <p className="bad sm" role="alert" id={`${id}-bad`}>
          {t("payments.filter.amountBad", { decimals: currency.decimals })}
        </p>
      )}
    </form>
  );
}

/** Fund, kind, state, days, amount, text. Every change goes into the page's address. */
export function PaymentFilters({ filter, onChange }: { filter: Filter; onChange(change: Change): void }) {
  const { t, language } = useText();
  // The calendar takes its names of days and months from here.
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  const funds = useView(fundTotalsView, {});
  const [open, setOpen] = useState(false);
  const dayValue = (day: string | undefined) => (day ? dayjs(day) : null);
  return (
    <search className={open ? "filters open" : "filters"} aria-label={t("payments.filters")}>
      <TextFilter text={filter.text} onChange={onChange} />
      <button type="button" className="btn fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {t("payments.filters")}
      </button>
      <Select
        aria-label={t("payments.fund")}
        className="filter-select"
        placeholder={t("payments.filter.fund")}
        allowClear
        value={filter.fund ?? null}
        options={funds.data?.funds.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(fund: string | null | undefined) => onChange({ fund: fund ?? undefined })}
      />
      <Select
        aria-label={t("payments.csv.kind")}
        className="filter-select"
        placeholder={t("payments.filter.kind")}
        allowClear
        value={filter.kind ?? null}
        options={PaymentKind.options.map((kind) => ({ value: kind, label: t(`payments.kind.${kind}`) }))}
        onChange={(kind: PaymentKind | null | undefined) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={t("payments.state")}
        className="filter-select"
        placeholder={t("payments.filter.status")}
        allowClear
        value={filter.status ?? null}
        options={PaymentStatus.options.map((status) => ({ value: status, label: t(`payments.status.${status}`) }))}
        onChange={(status: PaymentStatus | null | undefined) => onChange({ status: status ?? undefined })}
      />
      <DatePicker
        aria-label={t("payments.filter.from")}
        placeholder={t("payments.filter.from")}
        value={dayValue(filter.from)}
        onChange={(day) => onChange({ from: day ? day.format("YYYY-MM-DD") : undefined })}
      />
      <DatePicker
        aria-label={t("payments.filter.to")}
        placeholder={t("payments.filter.to")}
        value={dayValue(filter.to)}
        onChange={(day) => onChange({ to: day ? day.format("YYYY-MM-DD") : undefined })}
      />
      <AmountFilter key={`${filter.amountMinMinor} ${filter.amountMaxMinor}`} filter={filter} onChange={onChange} />
    </search>
  );
}
