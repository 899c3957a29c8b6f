import { Field } from "../../ui/field.tsx";

/** One of a few values. `none`: what stands there while none is chosen, for the value "". */
export function OptionField<Value extends string>({
  name,
  note,
  value,
  options,
  none,
  onChange,
}: {
  name: string;
  note?: string;
  value: Value | "";
  options: readonly { readonly value: Value; readonly label: string }[];
  none?: string;
  onChange(value: Value): void;
}) {
  return (
    <Field name={name} {...(note !== undefined && { note })}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
