import { personNameCharsMax } from "@mingbai/identity/schema";
import { useText } from "../../i18n/use-text.ts";
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

/** The name of a person. */
export function NameField({ name, onChange }: { name: string; onChange(name: string): void }) {
  const { t } = useText();
  return (
    <TextField
      name={t("people.name")}
      note={t("people.name.note")}
      charsMax={personNameCharsMax}
      text={name}
      onChange={onChange}
    />
  );
}
