import "../photos/photos.css";
import { uploadFile } from "@mingbai/sdk/files";
import { useRef, useState } from "react";
import { nodeClient } from "../../../api/node-client.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useAttempt } from "../../../session/use-attempt.ts";
import { Icon } from "../../../ui/icon.tsx";
import { shrinkPhoto } from "../../../ui/shrink-photo.ts";
import { Photo } from "../photos/photo.tsx";
import { useGivenPhotos } from "../photos/use-given-photos.ts";
import type { InputProps } from "./input-props.ts";

/** Photos by file, by dropping them or by paste, each made small and sent sealed as it comes; the field holds their numbers. */
export function PhotosInput({ countMax, text, tied, onChange }: InputProps & { countMax: number }) {
  const { t } = useText();
  const { running, fault, attempt } = useAttempt();
  const area = useRef<HTMLDivElement>(null);
  const [isBad, setBad] = useState(false);
  const ids = text.split(/\s+/).filter((id) => id !== "");
  const isFull = ids.length >= countMax;
  const send = (files: readonly File[]) =>
    attempt(async () => {
      const pictures = files.filter(({ type }) => type.startsWith("image/")).slice(0, countMax - ids.length);
      let kept = ids;
      let bad = files.length > 0 && pictures.length === 0;
      for (const picture of pictures) {
        const bytes = await findSmall(picture);
        bad ||= bytes === undefined;
        if (bytes === undefined) continue;
        kept = [...kept, (await uploadFile(nodeClient, { name: "photo.jpg", bytes })).file];
        onChange(kept.join(" "));
      }
      setBad(bad);
    });
  const isOver = useGivenPhotos(area, (files) => {
    if (!running && !isFull) void send(files);
  });
  return (
    <div ref={area} className={isOver ? "photos-input photos-drop over" : "photos-input photos-drop"}>
      {ids.length > 0 && (
        <ul className="photo-row">
          {ids.map((id, at) => (
            <li key={id}>
              <Photo file={id} at={at + 1} />
              <button
                type="button"
                className="drop"
                aria-label={t("photos.drop", { at: at + 1 })}
                onClick={() => onChange(ids.filter((one) => one !== id).join(" "))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <span className="row wrap">
        <input
          {...tied}
          type="file"
          className="sr"
          accept="image/*"
          multiple
          disabled={running || isFull}
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <label className="btn s" htmlFor={tied.id}>
          <Icon name="plus" size={14} />
          {t("form.photos.add")}
        </label>
        <span className="sm i2" role="status">
          {running ? t("form.photos.sending") : t("file.photos", { count: ids.length })}
        </span>
      </span>
      <span className="sm i3">{t("photos.how", { max: countMax })}</span>
      {(fault !== undefined || isBad) && (
        <span className="bad sm" role="alert">
          {fault ?? t("photos.bad")}
        </span>
      )}
    </div>
  );
}

/** The picture made small; undefined where the browser cannot read it. */
async function findSmall(picture: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await shrinkPhoto(picture);
  } catch (fault) {
    if (fault instanceof DOMException) return undefined;
    throw fault;
  }
}
