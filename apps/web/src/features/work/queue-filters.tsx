import { stages } from "@mingbai/workflow/stages";
import { queueTextCharsMax } from "@mingbai/workflow/views";
import { useCallback } from "react";
import { useText } from "../../i18n/use-text.ts";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { FilterText } from "../../ui/filter-text.tsx";
import type { QueueAddress } from "./queue-address.ts";

type Change = { [K in keyof QueueAddress]?: QueueAddress[K] | undefined };

/** Text, stage and fund; every change goes into the page's address. `funds`: those that the rows shown speak of. */
export function QueueFilters({
  address,
  funds,
  onChange,
}: {
  address: QueueAddress;
  funds: readonly { readonly number: number; readonly name: string }[];
  onChange(change: Change): void;
}) {
  const { t } = useText();
  const onText = useCallback((text: string | undefined) => onChange({ text }), [onChange]);
  return (
    <search className="filters open" aria-label={t("work.filters")}>
      <FilterText
        id="queue-filter"
        label={t("work.filter.text")}
        charsMax={queueTextCharsMax}
        text={address.text}
        onChange={onText}
      />
      <FilterSelect
        label={t("work.filter.stage")}
        any={t("work.filter.stages")}
        value={address.stage}
        options={stages.map((stage) => ({ value: stage, label: t(`matter.stage.${stage}`) }))}
        onChange={(stage) => onChange({ stage })}
      />
      <FilterSelect
        label={t("work.fund")}
        any={t("work.filter.funds")}
        value={address.fund}
        options={funds.map(({ number, name }) => ({ value: number, label: name }))}
        onChange={(fund) => onChange({ fund })}
      />
    </search>
  );
}
