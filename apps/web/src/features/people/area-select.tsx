import type { AreaRow } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";

/** One area out of these; `none`: what it is called to choose none, where that is possible. */
export function AreaSelect({
  name,
  note,
  areas,
  area,
  none,
  onChange,
}: {
  name: string;
  note?: string;
  areas: readonly AreaRow[];
  area: string;
  none?: string;
  onChange(area: string): void;
}) {
  const { t, language } = useText();
  return (
    <Field name={name} {...(note !== undefined && { note })}>
      {(id) => (
        <select id={id} className="field" value={area} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none ?? t("people.chooseArea.none")}</option>
          {areas.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name[language]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
