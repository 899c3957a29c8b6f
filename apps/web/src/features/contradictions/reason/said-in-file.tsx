import { findField } from "@mingbai/registry/content/form/find-field";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { useFieldText } from "../../registry/file/field-text.tsx";
import { form } from "../../registry/form-words.ts";

/** What the file says in the fields that a reason is about: of the person where they are a person's, else of the household. */
export function SaidInFile({
  file,
  reason: { fields, person },
}: {
  file: HouseholdFile;
  reason: Pick<ShownReason, "fields" | "person">;
}) {
  const { t, language } = useText();
  const fieldText = useFieldText();
  const resident = person === null ? undefined : file.residents.find((one) => one.person === person.person);
  const found = fields.flatMap((id) => {
    const ofPerson = findField(form, "person", id);
    if (ofPerson !== undefined) {
      // Of a rule about the household each person's own field stands in their part of the file.
      return resident === undefined ? [] : [{ field: ofPerson, value: resident.values[id] }];
    }
    const ofHousehold = findField(form, "household", id);
    return ofHousehold === undefined ? [] : [{ field: ofHousehold, value: file.values[id] }];
  });
  if (found.length === 0) return <p className="i2">{t("compare.fileSays.nothing")}</p>;
  return (
    <ul className="said-in-file">
      {found.map(({ field, value }) => (
        <li key={field.id}>
          <span className="i2">{t("file.did.label", { field: field.label[language] })}</span>
          {value === undefined ? t("file.nothing") : fieldText(field, value)}
        </li>
      ))}
    </ul>
  );
}
