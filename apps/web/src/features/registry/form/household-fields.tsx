import { askedSections } from "@mingbai/registry/content/form/find-field";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { form } from "../form-words.ts";
import { AreaField } from "./area-field.tsx";
import { findArea } from "./find-area.ts";
import type { HouseholdDraft } from "./household-draft.ts";
import { newPerson } from "./new-draft.ts";
import { PersonFields } from "./person-fields.tsx";
import { SectionFields, type Typed } from "./section-fields.tsx";
import type { OwnArea } from "./use-own-areas.ts";

/**
 * All fields of a household and its people, as the form has them: where they live and who they are at once, all else
 * folded. A new file chooses its area; people come and go by acts of their own once there is a file.
 */
export function HouseholdFields({
  draft,
  typed,
  areas,
  isNew,
  isAreaMissing,
  onChange,
}: {
  draft: HouseholdDraft;
  typed: Typed;
  areas: readonly OwnArea[];
  isNew: boolean;
  isAreaMissing: boolean;
  onChange(part: Partial<HouseholdDraft>): void;
}) {
  const { t, language } = useText();
  const [where, ...others] = askedSections(form, "household");
  const area = findArea(areas, draft.area);
  // The village's code follows from the area; it is asked for where no file of the area has one yet.
  const isCodeAsked = !isNew || area?.division === "";
  return (
    <>
      <section className="form-section" aria-labelledby="form-where">
        <h2 id="form-where">
          <span className="i3 num">1</span> {where?.title[language]}
        </h2>
        {where && (
          <SectionFields
            section={where}
            subject={draft.household}
            texts={draft.texts}
            typed={typed}
            except={isCodeAsked ? [] : ["village"]}
            lead={
              isNew && (
                <AreaField
                  areas={areas}
                  area={draft.area}
                  isMissing={isAreaMissing}
                  onChange={(area, found) => {
                    const village = found === undefined ? draft.texts.village : found.division;
                    onChange({ area, texts: { ...draft.texts, ...(village !== undefined && { village }) } });
                  }}
                />
              )
            }
          />
        )}
      </section>
      <section className="form-section" aria-labelledby="form-people">
        <h2 id="form-people">
          <span className="i3 num">2</span> {t("form.people", { number: draft.people.length })}
        </h2>
        {draft.people.map((person, at) => (
          <PersonFields
            key={person.person}
            number={at + 1}
            person={person}
            household={draft.household}
            typed={typed}
            isFolded={!isNew}
            {...(isNew &&
              at > 0 && { onRemove: () => onChange({ people: draft.people.filter((one) => one !== person) }) })}
          />
        ))}
        {isNew && (
          <button
            type="button"
            className="btn"
            data-next
            onClick={() => onChange({ people: [...draft.people, newPerson()] })}
          >
            <Icon name="plus" size={14} />
            {t("form.person.add")}
          </button>
        )}
      </section>
      <section className="form-section" aria-labelledby="form-more">
        <h2 id="form-more">
          <span className="i3 num">3</span> {t("form.more")}
        </h2>
        {others.map((section) => (
          <SectionFields
            key={section.id}
            section={section}
            subject={draft.household}
            texts={draft.texts}
            typed={typed}
            isFolded
          />
        ))}
      </section>
    </>
  );
}
