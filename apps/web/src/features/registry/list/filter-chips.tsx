import { placesView } from "@mingbai/registry/views/places";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { ConditionChips } from "../../../ui/condition-chips.tsx";
import { optionText } from "../form-words.ts";
import type { FilterName, HouseholdFilter } from "./list-address.ts";

/** Each condition in words, each with a way to take it off. */
export function FilterChips({
  filter,
  onRemove,
  onRemoveAll,
}: {
  filter: HouseholdFilter;
  onRemove(name: FilterName): void;
  onRemoveAll(): void;
}) {
  const { t, language } = useText();
  const places = useView(placesView, {});
  const wordsOf = (name: FilterName, value: string): string => {
    if (name === "area") return places.data?.rows.find(({ area }) => area.id === value)?.area[language] ?? value;
    if (name === "monitored" || name === "cause") return optionText("household", name, value, language);
    if (name === "text") return t("registry.chip.text", { text: value });
    if (name === "import") return t("registry.chip.import");
    return t(`registry.filter.${name}`);
  };
  const names = (Object.keys(filter) as FilterName[]).filter((name) => filter[name] !== undefined);
  const conditions = names.map((name) => ({ name, words: wordsOf(name, filter[name] ?? "") }));
  return <ConditionChips conditions={conditions} onRemove={onRemove} onRemoveAll={onRemoveAll} />;
}
