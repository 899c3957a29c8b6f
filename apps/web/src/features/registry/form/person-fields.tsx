import { deriveFromIdentity } from "@mingbai/registry/content/entry/derive-from-identity";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { form, optionText } from "../form-words.ts";
import { AlikeNote } from "./alike-note.tsx";
import type { DraftPerson } from "./household-draft.ts";
import { SectionFields, type Typed } from "./section-fields.tsx";

/** One person of the household: who they are at once, all else folded. `onRemove`: for those who are not on file yet. */
export function PersonFields({
  number,
  person: { person, texts },
  household,
  typed,
  isFolded = false,
  onTexts,
  onRemove,
}: {
  number: number;
  person: DraftPerson;
  household: string;
  typed: Omit<Typed, "texts" | "onText">;
  isFolded?: boolean;
  onTexts(texts: Record<string, string>): void;
  onRemove?(): void;
}) {
  const { t, language } = useText();
  const onText = (field: string, text: string) => {
    const said = field === "identityNumber" ? deriveFromIdentity(text) : undefined;
    const derived = said && { birth: said.birth, sex: optionText("person", "sex", said.sex, language) };
    onTexts({ ...texts, ...derived, [field]: text });
  };
  const all: Typed = { ...typed, texts, onText };
  const [who, ...others] = sectionsOf(form, "person");
  const name = texts.name ?? "";
  return (
    <fieldset className="form-pair person-fields">
      <legend>{name === "" ? t("form.person", { number }) : t("form.personNamed", { number, name })}</legend>
      {who && <SectionFields section={who} subject={person} typed={all} isFolded={isFolded} />}
      <AlikeNote texts={texts} household={household} />
      {others.map((section) => (
        <SectionFields key={section.id} section={section} subject={person} typed={all} isFolded />
      ))}
      {onRemove && (
        <button type="button" className="btn s t" onClick={onRemove}>
          <Icon name="close" size={12} />
          {t("form.person.remove", { number })}
        </button>
      )}
    </fieldset>
  );
}
