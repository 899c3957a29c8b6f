import type { Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { listStore } from "../files/kept-list.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";

/** The village of a household, of those that the phone knows; the area of a new one goes with it. */
export function VillageField({
  id,
  field,
  value,
  enter,
}: {
  id: string;
  field: FieldDefinition;
  value: Value | undefined;
  enter(village: string, area: string): void;
}) {
  const { t, language } = useText();
  const places = useStore(listStore)?.places.filter(({ division }) => division !== "") ?? [];
  const isKnown = value === undefined || places.some(({ division }) => division === value);
  return (
    <div className="question">
      <label htmlFor={id}>{field.label[language]}</label>
      <select
        id={id}
        className="input"
        value={typeof value === "string" ? value : ""}
        onChange={({ target }) => {
          const place = places.find(({ division }) => division === target.value);
          if (place) enter(place.division, place.area.id);
        }}
      >
        {value === undefined && <option value="">{t("visit.area.choose")}</option>}
        {!isKnown && <option value={String(value)}>{String(value)}</option>}
        {places.map(({ division, area }) => (
          <option key={area.id} value={division}>
            {area[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
