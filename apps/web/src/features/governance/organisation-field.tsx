import { organisationsView } from "@mingbai/identity/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { OptionField } from "./option-field.tsx";

/** One of the organisations; `only`: those to choose from. */
export function OrganisationField({
  name,
  value,
  only,
  onChange,
}: {
  name: string;
  value: string;
  only?: (id: string) => boolean;
  onChange(id: string): void;
}) {
  const { t, language } = useText();
  const { data } = useView(organisationsView, {});
  const rows = (data?.rows ?? []).filter(({ id }) => only?.(id) ?? true);
  return (
    <OptionField
      name={name}
      value={rows.some(({ id }) => id === value) ? value : ""}
      none={t("governance.new.choose")}
      options={rows.map(({ id, name: names }) => ({ value: id, label: names[language] }))}
      onChange={onChange}
    />
  );
}
