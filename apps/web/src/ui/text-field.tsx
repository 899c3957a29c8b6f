import { Field } from "./field.tsx";

/** A field of one line of words. */
export function TextField({
  name,
  note,
  charsMax,
  text,
  onChange,
}: {
  name: string;
  note?: string;
  charsMax: number;
  text: string;
  onChange(text: string): void;
}) {
  return (
    <Field name={name} {...(note !== undefined && { note })}>
      {(id) => (
        <input
          id={id}
          className="field"
          autoComplete="off"
          maxLength={charsMax}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
