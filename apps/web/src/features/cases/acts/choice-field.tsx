import { useId } from "react";

/** One of a few answers, all of them seen. */
export function ChoiceField<Value extends string>({
  name,
  options,
  chosen,
  onChange,
}: {
  name: string;
  options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  chosen: Value | undefined;
  onChange(value: Value): void;
}) {
  const group = useId();
  return (
    <fieldset>
      <legend>{name}</legend>
      {options.map(({ value, label, note }) => (
        <label key={value} className="row opinion">
          <input type="radio" name={group} checked={chosen === value} onChange={() => onChange(value)} />
          <span>
            {label}
            {note !== undefined && <span className="sm i3"> {note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
