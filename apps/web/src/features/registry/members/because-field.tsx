import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";

/** Why an act is done, one of its few reasons. `nameOf`: the words of each. */
export function BecauseField<Reason extends string>({
  reasons,
  because,
  nameOf,
  onChange,
}: {
  reasons: readonly Reason[];
  because: Reason;
  nameOf(reason: Reason): TextKey;
  onChange(reason: Reason): void;
}) {
  const { t } = useText();
  return (
    <Field name={t("members.because")}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={because}
          onChange={({ target }) => onChange(reasons.find((one) => one === target.value) ?? because)}
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(nameOf(one))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
