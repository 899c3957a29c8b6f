import type { PersonFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { inOrder, personName } from "../file/household-words.ts";

/** Which one of these people an act is about; `person` is empty until somebody is chosen. */
export function PersonChoice({
  people,
  person,
  onChange,
}: {
  people: readonly PersonFile[];
  person: string;
  onChange(person: string): void;
}) {
  const { t } = useText();
  return (
    <Field name={t("members.whom")}>
      {(id) => (
        <select id={id} className="field" value={person} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t("apply.choose")}</option>
          {inOrder(people).map((one) => (
            <option key={one.person} value={one.person}>
              {personName(one.values)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
