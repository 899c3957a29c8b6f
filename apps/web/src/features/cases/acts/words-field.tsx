import { caseWordsCharsMax } from "@mingbai/registry/content/texts/case-text";
import { Field } from "../../../ui/field.tsx";

/** A field of several lines, for what is said with an act. */
export function WordsField({
  name,
  note,
  words,
  onChange,
}: {
  name: string;
  note?: string;
  words: string;
  onChange(words: string): void;
}) {
  return (
    <Field name={name} {...(note !== undefined && { note })}>
      {(id) => (
        <textarea
          id={id}
          className="field"
          rows={4}
          maxLength={caseWordsCharsMax}
          value={words}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
