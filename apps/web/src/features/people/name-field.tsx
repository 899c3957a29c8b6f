import { personNameCharsMax } from "@mingbai/identity/schema";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";

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
