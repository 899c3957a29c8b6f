import { askedSections } from "@mingbai/registry/content/form/find-field";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { form } from "../form-words.ts";
import { AlikeNote } from "./alike-note.tsx";
import type { DraftPerson } from "./household-draft.ts";
import { knownOfPerson } from "./known-of-person.ts";
import { SectionFields, type Typed } from "./section-fields.tsx";

/** One person of the household: who they are at once, all else folded. `onRemove`: for those who are not on file yet. */
export function PersonFields({
  number,
  person: draft,
  household,
  typed,
  isFolded = false,
  onRemove,
}: {
  number: number;
  person: DraftPerson;
  household: string;
  typed: Typed;
  isFolded?: boolean;
  onRemove?(): void;
}) {
  const { t, language } = useText();
  const [who, ...others] = askedSections(form, "person");
  const { person, texts } = draft;
  const name = texts.name ?? "";
  const known = knownOfPerson(draft, { isFirst: number === 1, language });
  return (
    <fieldset className="form-pair person-fields">
      <legend>{name === "" ? t("form.person", { number }) : t("form.personNamed", { number, name })}</legend>
      {who && (
        <SectionFields section={who} subject={person} texts={texts} typed={typed} known={known} isFolded={isFolded} />
      )}
      <AlikeNote texts={texts} household={household} />
      {others.map((section) => (
        <SectionFields
          key={section.id}
          section={section}
          subject={person}
          texts={texts}
          typed={typed}
          known={known}
          isNew={!isFolded}
          isFolded
        />
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
