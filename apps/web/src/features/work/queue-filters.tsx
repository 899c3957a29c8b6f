import { stages } from "@mingbai/workflow/stages";
import { queueTextCharsMax } from "@mingbai/workflow/views";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import type { QueueAddress } from "./queue-address.ts";

const typingPauseMs = 300;
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
  const [typed, setTyped] = useState(address.text ?? "");
  useEffect(() => setTyped(address.text ?? ""), [address.text]);
  useEffect(() => {
    const next = typed.trim();
    if (next === (address.text ?? "")) return;
    const timer = setTimeout(() => onChange({ text: next === "" ? undefined : next }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, address.text, onChange]);
  return (
    <search className="filters open" aria-label={t("work.filters")}>
      <div className="filter-text">
        <Icon name="search" />
        <input
          id="queue-filter"
          type="search"
          className="field"
          maxLength={queueTextCharsMax}
          aria-label={t("work.filter.text")}
          placeholder={t("work.filter.text")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <kbd>/</kbd>
      </div>
      <Select
        aria-label={t("work.filter.stage")}
        className="filter-select"
        placeholder={t("work.filter.stages")}
        allowClear
        value={address.stage ?? null}
        options={stages.map((stage) => ({ value: stage, label: t(`matter.stage.${stage}`) }))}
        onChange={(stage: QueueAddress["stage"] | null) => onChange({ stage: stage ?? undefined })}
      />
      <Select
        aria-label={t("work.fund")}
        className="filter-select"
        placeholder={t("work.filter.funds")}
        allowClear
        value={address.fund ?? null}
        options={funds.map(({ number, name }) => ({ value: number, label: name }))}
        onChange={(fund: number | null | undefined) => onChange({ fund: fund ?? undefined })}
      />
    </search>
  );
}
