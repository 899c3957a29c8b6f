import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { usePhoto } from "./use-photo.ts";

/** A small picture of a photo; what it is where the photo cannot be opened here. */
export function Photo({ file, at }: { file: string; at: number }) {
  const { t } = useText();
  const url = usePhoto(file);
  if (url === undefined) return <span className="photo-box" aria-busy="true" />;
  if (url !== null) return <img className="photo-box" src={url} alt={t("photos.nth", { at })} />;
  return (
    <span className="photo-box sm i3">
      <Icon name="lock" size={14} />
      {t("photos.closed", { at })}
    </span>
  );
}
