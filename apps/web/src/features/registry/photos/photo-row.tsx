import "./photos.css";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Photo } from "./photo.tsx";

/** Photos of a household side by side; each opens large over the page. */
export function PhotoRow({ files }: { files: readonly string[] }) {
  const { t } = useText();
  const [shown, setShown] = useState<number>();
  const file = shown === undefined ? undefined : files[shown];
  return (
    <>
      <ul className="photo-row">
        {files.map((one, at) => (
          <li key={one}>
            <button
              type="button"
              className="plain"
              aria-label={t("photos.open", { at: at + 1 })}
              onClick={() => setShown(at)}
            >
              <Photo file={one} at={at + 1} />
            </button>
          </li>
        ))}
      </ul>
      {file !== undefined && shown !== undefined && (
        <Large file={file} at={shown + 1} of={files.length} close={() => setShown(undefined)} />
      )}
    </>
  );
}

function Large({ file, at, of, close }: { file: string; at: number; of: number; close(): void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="photo-large" aria-label={t("photos.nth", { at })} onClose={close}>
      <p className="row">
        <span className="i2 num">{t("photos.of", { at, of })}</span>
        <span className="sp" />
        <button type="button" className="plain iconbtn" aria-label={t("ui.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </p>
      <Photo file={file} at={at} />
    </dialog>
  );
}
