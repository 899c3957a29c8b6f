import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { getField, optionsOf } from "../../registry/form-words.ts";

/** One of the form's answers, by its code: the class of monitoring, or the main cause. */
export function CodeField({
  field,
  code,
  onChange,
}: {
  field: "monitored" | "cause";
  code: string;
  onChange(code: string): void;
}) {
  const { t, language } = useText();
  const definition = getField("household", field);
  return (
    <Field name={definition.label[language]}>
      {(id) => (
        <select id={id} className="field" value={code} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t("apply.choose")}</option>
          {optionsOf(definition).map((option) => (
            <option key={option.code} value={option.code}>
              {option[language]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
