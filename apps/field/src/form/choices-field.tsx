import type { Option } from "@mingbai/registry/content/form/definition";
import { offeredOptions } from "@mingbai/registry/content/form/find-field";
import { useText } from "../i18n/use-text.ts";
import type { FieldProps } from "./field-props.ts";
import { OptionRows } from "./option-rows.tsx";

export function ChoicesField({ id, field, options, value, enter }: FieldProps & { options: readonly Option[] }) {
  const { language } = useText();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const choose = (code: string): void => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    // A file has the answers in the order of the form.
    const inOrder = options.map((option) => option.code).filter((one) => next.includes(one));
    enter(inOrder.length === 0 ? { empty: true } : { value: inOrder });
  };
  const rows = offeredOptions(options, chosen).map((option) => ({ code: option.code, label: option[language] }));
  return <OptionRows id={id} label={field.label[language]} options={rows} chosen={chosen} areSeveral choose={choose} />;
}
