import { useText } from "../i18n/use-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ChoicesField } from "./choices-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { OptionRows } from "./option-rows.tsx";
import { PlaceField } from "./place-field.tsx";
import { TextField } from "./text-field.tsx";

/** The question of one field, by its type; photos and villages have inputs of their own. */
export function FieldInput(props: FieldProps) {
  const { language } = useText();
  switch (props.field.of.type) {
    case "choice":
      return <ChoiceField {...props} options={props.field.of.options} />;
    case "choices":
      return <ChoicesField {...props} options={props.field.of.options} />;
    case "yesNo":
      return <YesNoField {...props} />;
    case "place":
      return <PlaceField {...props} />;
    default:
      return <TextField key={language} {...props} />;
  }
}

function YesNoField({ id, field, value, enter }: FieldProps) {
  const { t, language } = useText();
  const options = [
    { code: "yes", label: t("field.yes") },
    { code: "no", label: t("field.no") },
  ];
  const chosen = typeof value === "boolean" ? [value ? "yes" : "no"] : [];
  return (
    <OptionRows
      id={id}
      label={field.label[language]}
      options={options}
      chosen={chosen}
      choose={(code) => enter(chosen.includes(code) ? { empty: true } : { value: code === "yes" })}
    />
  );
}
