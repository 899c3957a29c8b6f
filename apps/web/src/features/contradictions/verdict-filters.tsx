import { levels } from "@mingbai/registry/content/compare/verdict";
import type { verdictsView } from "@mingbai/registry/views/verdicts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { countText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";
import { AreaFilter } from "../registry/area-filter.tsx";
import { levelLooks, ruleTitle } from "./reason/level-words.ts";
import type { VerdictFilter } from "./verdict-address.ts";

/** Levels with their counts, each a filter; the rule that spoke, and the village. */
export function VerdictFilters({
  filter,
  page,
  onChange,
}: {
  filter: VerdictFilter;
  page: ResultOf<typeof verdictsView> | undefined;
  onChange(change: { readonly [name in keyof VerdictFilter]?: VerdictFilter[name] | undefined }): void;
}) {
  const { t, language } = useText();
  const rules = page?.rules ?? [];
  return (
    <search aria-label={t("registry.filters")}>
      <fieldset className="level-buttons">
        <legend className="sr">{t("compare.level")}</legend>
        {levels.map((level) => {
          const { icon, tone } = levelLooks[level];
          const isOn = filter.level === level;
          return (
            <button
              key={level}
              type="button"
              className="btn"
              aria-pressed={isOn}
              onClick={() => onChange({ level: isOn ? undefined : level })}
            >
              <span className={tone}>
                <Icon name={icon} />
              </span>
              {t(`compare.level.${level}`)}
              <b className="num">{page === undefined ? "" : countText(page.levels[level])}</b>
              <span className="sm i2 level-means">{t(`compare.means.${level}`)}</span>
            </button>
          );
        })}
      </fieldset>
      <div className="filters open">
        <FilterSelect
          label={t("compare.rule")}
          any={t("compare.rule.any")}
          value={filter.rule}
          options={rules.map(({ rule, households }) => ({
            value: rule,
            label: t("compare.rule.count", { rule: ruleTitle(rule, language), count: countText(households) }),
          }))}
          onChange={(rule) => onChange({ rule })}
        />
        <AreaFilter area={filter.area} onChange={(area) => onChange({ area })} />
      </div>
    </search>
  );
}
