import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import type { TypedField } from "./typed-field.ts";

const shortCharsMax = 20;
const optionsCharsMax = 12_000;

/** What a field of this type has besides: its unit and range, its length, its answers. */
export function TypeFields({
  typed,
  isKnown,
  change,
}: {
  typed: TypedField;
  isKnown: boolean;
  change(part: Partial<TypedField>): void;
}) {
  const { t } = useText();
  const short = (
    name: "unitZh" | "unitEn" | "decimals" | "min" | "max" | "charsMax" | "countMax",
    label: Parameters<typeof t>[0],
    isFixed = false,
  ) => (
    <Field name={t(label)}>
      {(id) => (
        <input
          id={id}
          className="field"
          autoComplete="off"
          maxLength={shortCharsMax}
          disabled={isFixed}
          {...(!name.startsWith("unit") && { inputMode: "decimal" as const })}
          value={typed[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  switch (typed.type) {
    case "number":
      return (
        <div className="two-fields">
          {short("unitZh", "design.unit.zh", isKnown)}
          {short("unitEn", "design.unit.en", isKnown)}
          {short("decimals", "design.decimals", isKnown)}
          {short("min", "design.min")}
          {short("max", "design.max")}
        </div>
      );
    case "text":
      return short("charsMax", "design.charsMax");
    case "photos":
      return short("countMax", "design.countMax");
    case "choice":
    case "choices":
      return (
        <Field name={t("design.options")} note={t("design.options.what")}>
          {(id) => (
            <textarea
              id={id}
              className="field"
              rows={8}
              maxLength={optionsCharsMax}
              value={typed.options}
              onChange={({ target }) => change({ options: target.value })}
            />
          )}
        </Field>
      );
    default:
      return null;
  }
}
