import { searchCharsMax } from "@mingbai/registry/views/households";
import { useCallback, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { FilterSelect } from "../../../ui/filter-select.tsx";
import { FilterText } from "../../../ui/filter-text.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { AreaFilter } from "../area-filter.tsx";
import { getField, optionsOf } from "../form-words.ts";
import type { FilterName, HouseholdFilter } from "./list-address.ts";

const answers = ["monitored", "cause"] as const;
const switches = ["mine", "open", "ended"] as const;

type FilterChange = { readonly [name in FilterName]?: HouseholdFilter[name] | undefined };

/** Words, area, class of monitoring, cause, and what is asked with yes. Every change goes into the page's address. */
export function RegistryFilters({
  filter,
  onChange,
}: {
  filter: HouseholdFilter;
  onChange(change: FilterChange): void;
}) {
  const { t, language } = useText();
  const [isOpen, setOpen] = useState(false);
  const onText = useCallback((text: string | undefined) => onChange({ text }), [onChange]);
  return (
    <search className={isOpen ? "filters open" : "filters"} aria-label={t("registry.filters")}>
      <FilterText
        id="registry-filter"
        label={t("registry.filter.text")}
        charsMax={searchCharsMax}
        text={filter.text}
        onChange={onText}
      />
      <button type="button" className="btn fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="filter" />
        {t("registry.filters")}
      </button>
      <AreaFilter area={filter.area} onChange={(area) => onChange({ area })} />
      {answers.map((name) => (
        <FilterSelect
          key={name}
          label={t(`registry.${name}`)}
          any={t(`registry.filter.${name}`)}
          value={filter[name]}
          options={optionsOf(getField("household", name)).map((one) => ({ value: one.code, label: one[language] }))}
          onChange={(code) => onChange({ [name]: code })}
        />
      ))}
      {switches.map((name) => (
        <button
          key={name}
          type="button"
          className="btn switch"
          aria-pressed={filter[name] === "true"}
          onClick={() => onChange({ [name]: filter[name] === "true" ? undefined : "true" })}
        >
          {t(`registry.filter.${name}`)}
        </button>
      ))}
    </search>
  );
}
