import { fundTotalsView } from "@mingbai/treasury/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ListAddress } from "./list-address.ts";

type Filter = ListAddress["filter"];
type Name = keyof Filter;

/** Each condition in words, each with a way to take it off. */
export function FilterChips({
  filter,
  payeeName,
  onRemove,
  onRemoveAll,
}: {
  filter: Filter;
  payeeName: string | undefined;
  onRemove(name: Name): void;
  onRemoveAll(): void;
}) {
  const { t } = useText();
  const { day, moneyWithUnit } = useFormat();
  const funds = useView(fundTotalsView, {});
  const chips: [Name, string][] = [];
  if (filter.text) chips.push(["text", t("payments.chip.text", { text: filter.text })]);
  if (filter.fund) chips.push(["fund", funds.data?.funds.find(({ id }) => id === filter.fund)?.name ?? filter.fund]);
  if (filter.payee) chips.push(["payee", t("payments.chip.payee", { name: payeeName ?? filter.payee })]);
  if (filter.kind) chips.push(["kind", t(`payments.kind.${filter.kind}`)]);
  if (filter.status) chips.push(["status", t(`payments.status.${filter.status}`)]);
  if (filter.from) chips.push(["from", t("payments.chip.from", { day: day(filter.from) })]);
  if (filter.to) chips.push(["to", t("payments.chip.to", { day: day(filter.to) })]);
  if (filter.amountMinMinor !== undefined) {
    chips.push(["amountMinMinor", t("payments.chip.min", { amount: moneyWithUnit(filter.amountMinMinor) })]);
  }
  if (filter.amountMaxMinor !== undefined) {
    chips.push(["amountMaxMinor", t("payments.chip.max", { amount: moneyWithUnit(filter.amountMaxMinor) })]);
  }
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(([name, words]) => (
        <li key={name}>
          <button
            type="button"
            className="btn s"
            aria-label={t("payments.chip.remove", { name: words })}
            onClick={() => onRemove(name)}
          >
            {words}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="btn s t" onClick={onRemoveAll}>
            {t("payments.chip.all")}
          </button>
        </li>
      )}
    </ul>
  );
}
