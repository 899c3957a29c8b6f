import { isSameValue } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { FieldInput } from "../form/field-input.tsx";
import { PhotosField } from "../form/photos-field.tsx";
import { VillageField } from "../form/village-field.tsx";
import { useText } from "../i18n/use-text.ts";
import { dropSealed } from "../keep/sealed-store.ts";
import type { HouseholdDraft, Photo } from "../outbox/record.ts";
import { BasisChoice } from "./basis-choice.tsx";
import { enterField, placeOf, withBasis } from "./change-draft.ts";
import type { RecordInHand } from "./use-record.ts";

/** The questions of one part about one subject, each entered into the draft as it is answered. */
export function Questions({
  subject,
  fields,
  inHand,
}: {
  subject: string;
  fields: readonly FieldDefinition[];
  inHand: RecordInHand;
}) {
  return (
    <div className="questions">
      {fields.map((field) => (
        <Question key={field.id} subject={subject} field={field} inHand={inHand} />
      ))}
    </div>
  );
}

function Question({
  subject,
  field,
  inHand: { record, change },
}: {
  subject: string;
  field: FieldDefinition;
  inHand: RecordInHand;
}) {
  const { t, language } = useText();
  const { draft } = record;
  const of = subject === draft.household ? draft : draft.people.find(({ person }) => person === subject);
  const value = of?.values[field.id];
  const id = `field-${field.id}`;
  const place = { subject, field: field.id };
  if (field.of.type === "photos")
    return (
      <PhotosField
        id={id}
        field={field}
        countMax={field.of.countMax}
        value={value}
        photos={draft.photos}
        house={draft.values}
        add={(photo) => change((now) => withPhoto(now, place, photo))}
        drop={(file) => {
          change((now) => withoutPhoto(now, place, file));
          void dropSealed("photos", [file]);
        }}
      />
    );
  if (field.of.type === "division")
    return (
      <VillageField
        id={id}
        field={field}
        value={value}
        enter={(village, area) =>
          change((now) => ({
            ...enterField(now, place, { value: village }),
            area: now.kind === "newHousehold" ? area : now.area,
          }))
        }
      />
    );
  const isChanged = value !== undefined && !isSameValue(of?.before[field.id], value);
  const spot = placeOf(subject, field.id);
  return (
    <>
      <FieldInput
        id={id}
        field={field}
        value={value}
        text={draft.texts[spot]}
        enter={(entered) => change((now) => enterField(now, place, entered))}
      />
      {isChanged && (
        <BasisChoice
          id={`${id}-basis`}
          label={t("visit.basis.of", { field: field.label[language] })}
          kind={draft.basis?.fields[spot]}
          fallback={draft.basis?.all}
          choose={(kind) => change((now) => withBasis(now, spot, kind))}
        />
      )}
    </>
  );
}

interface Place {
  readonly subject: string;
  readonly field: string;
}

function photosAt({ household, values, people }: HouseholdDraft, { subject, field }: Place): string[] {
  const of = subject === household ? values : people.find(({ person }) => person === subject)?.values;
  const value = of?.[field];
  return Array.isArray(value) ? value.map(String) : [];
}

function withPhoto(draft: HouseholdDraft, place: Place, photo: Photo): HouseholdDraft {
  const value = [...photosAt(draft, place), photo.file];
  return { ...enterField(draft, place, { value }), photos: [...draft.photos, photo] };
}

function withoutPhoto(draft: HouseholdDraft, place: Place, file: string): HouseholdDraft {
  const value = photosAt(draft, place).filter((one) => one !== file);
  const left = enterField(draft, place, value.length === 0 ? { empty: true } : { value });
  return { ...left, photos: draft.photos.filter((one) => one.file !== file) };
}
