import { keyNameCharsMax } from "@mingbai/identity/schema";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";

/** What the person calls the device: theirs and their administrators' to read. */
export function DeviceNameField({ name, onChange }: { name: string; onChange(name: string): void }) {
  const { t } = useText();
  return (
    <TextField
      name={t("devices.name")}
      note={t("devices.name.note")}
      charsMax={keyNameCharsMax}
      text={name}
      onChange={onChange}
    />
  );
}
