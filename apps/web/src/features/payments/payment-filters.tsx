import { filterTextCharsMax, fundTotalsView, PaymentKind, PaymentStatus } from "@mingbai/treasury/views";
import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { type FormEvent, useCallback, useId, useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { FilterText } from "../../ui/filter-text.tsx";
import { moneyText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ListAddress } from "./list-address.ts";
import { parseAmount } from "./parse-amount.ts";

type Filter = ListAddress["filter"];
type Change = { [K in keyof Filter]?: Filter[K] | undefined };

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
  const onText = useCallback((text: string | undefined) => onChange({ text }), [onChange]);
  const dayValue = (day: string | undefined) => (day ? dayjs(day) : null);
  return (
    <search className={open ? "filters open" : "filters"} aria-label={t("payments.filters")}>
      <FilterText
        id="payments-filter"
        label={t("payments.filter.text")}
        charsMax={filterTextCharsMax}
        text={filter.text}
        onChange={onText}
      />
      <button type="button" className="btn fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {t("payments.filters")}
      </button>
      <FilterSelect
        label={t("payments.fund")}
        any={t("payments.filter.fund")}
        value={filter.fund}
        options={funds.data?.funds.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(fund) => onChange({ fund })}
      />
      <FilterSelect
        label={t("payments.csv.kind")}
        any={t("payments.filter.kind")}
        value={filter.kind}
        options={PaymentKind.options.map((kind) => ({ value: kind, label: t(`payments.kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={t("payments.state")}
        any={t("payments.filter.status")}
        value={filter.status}
        options={PaymentStatus.options.map((status) => ({ value: status, label: t(`payments.status.${status}`) }))}
        onChange={(status) => onChange({ status })}
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
