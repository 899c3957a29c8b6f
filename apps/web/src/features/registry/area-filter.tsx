import { placesView } from "@mingbai/registry/views/places";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { FilterSelect } from "../../ui/filter-select.tsx";

/** One of the villages whose files the reader looks after, or all of them. */
export function AreaFilter({ area, onChange }: { area: string | undefined; onChange(area: string | undefined): void }) {
  const { t, language } = useText();
  const places = useView(placesView, {});
  return (
    <FilterSelect
      label={t("registry.village")}
      any={t("registry.filter.area")}
      value={area}
      options={places.data?.rows.map((row) => ({ value: row.area.id, label: row.area[language] })) ?? []}
      onChange={onChange}
    />
  );
}
