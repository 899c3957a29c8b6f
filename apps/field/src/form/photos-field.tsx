import type { Value, Values } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { useEffect, useState } from "react";
import { keepPhoto } from "../device/keep-photo.ts";
import { findPlace } from "../device/metres-between.ts";
import { useText } from "../i18n/use-text.ts";
import { findSealedBytes } from "../keep/sealed-store.ts";
import type { Photo } from "../outbox/record.ts";
import { Icon } from "../ui/icon.tsx";

/** Photos of a field: small ones of those in the phone, and a place to take the next. `house`: the household's values. */
export function PhotosField({
  id,
  field,
  countMax,
  value,
  photos,
  house,
  add,
  drop,
}: {
  id: string;
  field: FieldDefinition;
  countMax: number;
  value: Value | undefined;
  /** Those in the phone. */
  photos: readonly Photo[];
  house: Values;
  add(photo: Photo): void;
  drop(file: string): void;
}) {
  const { t, language } = useText();
  const [isBad, setBad] = useState(false);
  const files = Array.isArray(value) ? value.map(String) : [];
  const here = photos.filter(({ file }) => files.includes(file));
  const elsewhere = files.length - here.length;
  const take = async (picture: File): Promise<void> => {
    try {
      add(await keepPhoto(picture, findPlace(house.place)));
      setBad(false);
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      setBad(true);
    }
  };
  return (
    <fieldset className="question" id={id}>
      <legend>{field.label[language]}</legend>
      <p className="hint">{t("field.photo.help", { max: countMax })}</p>
      {elsewhere > 0 && <p className="hint">{t("field.photo.elsewhere", { count: elsewhere })}</p>}
      <div className="photos">
        {here.map((photo, at) => (
          <PhotoBox key={photo.file} photo={photo} at={at + 1} drop={() => drop(photo.file)} />
        ))}
        {files.length < countMax && (
          <label className="take">
            <input
              type="file"
              accept="image/*"
              capture="environment"
              className="sr"
              onChange={({ target }) => {
                const [picture] = target.files ?? [];
                if (picture) void take(picture);
                target.value = "";
              }}
            />
            <Icon name="camera" size={24} />
            {t(here.length === 0 ? "field.photo.take" : "field.photo.more")}
          </label>
        )}
      </div>
      <p role="status" className="bad">
        {isBad && t("field.photo.bad")}
      </p>
    </fieldset>
  );
}

function PhotoBox({ photo, at, drop }: { photo: Photo; at: number; drop(): void }) {
  const { t } = useText();
  const url = usePhoto(photo.file);
  const { metres } = photo;
  const where = metres === undefined ? t("field.photo.noPlace") : t("field.photo.metres", { metres });
  return (
    <figure className="photo">
      {url !== undefined && <img src={url} alt={t("field.photo.nth", { at })} />}
      <button type="button" className="drop" aria-label={t("field.photo.drop", { at })} onClick={drop}>
        <Icon name="close" />
      </button>
      <figcaption>
        <Icon name="pin" size={12} />
        {where}
      </figcaption>
    </figure>
  );
}

/** An address of the opened picture in this page's memory, as long as it is shown. */
function usePhoto(file: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void findSealedBytes("photos", file).then((bytes) => {
      if (isGone || bytes === undefined) return;
      made = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [file]);
  return url;
}
