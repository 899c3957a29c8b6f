import { uploadFile } from "@mingbai/sdk/files";
import { nodeClient } from "../../../api/node-client.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useAttempt } from "../../../session/use-attempt.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { InputProps } from "./input-props.ts";

/** Photos, sent sealed as they are chosen; the field holds their numbers. */
export function PhotosInput({ countMax, text, tied, onChange }: InputProps & { countMax: number }) {
  const { t } = useText();
  const { running, fault, attempt } = useAttempt();
  const ids = text.split(/\s+/).filter((id) => id !== "");
  const send = (files: readonly File[]) =>
    attempt(async () => {
      const kept: string[] = [];
      for (const file of files.slice(0, countMax - ids.length)) kept.push((await uploadFile(nodeClient, file)).file);
      onChange([...ids, ...kept].join(" "));
    });
  return (
    <span className="photos-input">
      <span className="row wrap">
        <input
          {...tied}
          type="file"
          className="sr"
          accept="image/*"
          multiple
          disabled={running || ids.length >= countMax}
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <label className="btn s" htmlFor={tied.id}>
          <Icon name="plus" size={14} />
          {t("form.photos.add")}
        </label>
        <span className="sm i2">{running ? t("form.photos.sending") : t("file.photos", { count: ids.length })}</span>
        {ids.length > 0 && (
          <button type="button" className="btn s t" onClick={() => onChange(ids.slice(0, -1).join(" "))}>
            {t("form.photos.remove")}
          </button>
        )}
      </span>
      {fault !== undefined && (
        <span className="bad sm" role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}
