import type { Option } from "@mingbai/registry/content/form/definition";
import { offeredOptions } from "@mingbai/registry/content/form/find-field";
import { useText } from "../i18n/use-text.ts";
import type { FieldProps } from "./field-props.ts";
import { OptionRows } from "./option-rows.tsx";

/** More than these are a list to choose from: rows of all ethnic groups would be a page of their own. */
const rowsMax = 8;

export function ChoiceField({ id, field, options: all, value, enter }: FieldProps & { options: readonly Option[] }) {
  const { t, language } = useText();
  const chosen = typeof value === "string" ? value : "";
  const options = offeredOptions(all, [chosen]);
  const choose = (code: string) => enter(code === "" || code === chosen ? { empty: true } : { value: code });
  const label = field.label[language];
  if (options.length <= rowsMax) {
    const rows = options.map((option) => ({ code: option.code, label: option[language] }));
    return <OptionRows id={id} label={label} options={rows} chosen={chosen === "" ? [] : [chosen]} choose={choose} />;
  }
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">{t("field.choose")}</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
