import { keyNameCharsMax } from "@mingbai/identity/schema";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../people/field.tsx";

/** What the person calls the device: theirs and their administrators' to read. */
export function DeviceNameField({ name, onChange }: { name: string; onChange(name: string): void }) {
  const { t } = useText();
  return (
    <Field name={t("devices.name")} note={t("devices.name.note")}>
      {(id) => (
        <input
          id={id}
          className="field"
          autoComplete="off"
          maxLength={keyNameCharsMax}
          value={name}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
