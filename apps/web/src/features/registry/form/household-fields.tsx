import { askedSections } from "@mingbai/registry/content/form/find-field";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { useEffect, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { form } from "../form-words.ts";
import { AreaField } from "./area-field.tsx";
import { goToPlace } from "./fault-summary.tsx";
import { findArea } from "./find-area.ts";
import { fieldPlace, type HouseholdDraft } from "./household-draft.ts";
import { newPerson } from "./new-draft.ts";
import { PersonFields } from "./person-fields.tsx";
import { SectionFields, type Typed } from "./section-fields.tsx";
import type { OwnArea } from "./use-own-areas.ts";

/**
 * All fields of a household and its people, in the form's order: the first section about each at once, all else
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
  const [added, setAdded] = useState("");
  useEffect(() => {
    // Whoever is added is who is filled in next.
    if (added !== "") goToPlace(fieldPlace(added, knownFields.person.name));
  }, [added]);
  const [where, ...others] = askedSections(form, "household");
  const area = findArea(areas, draft.area);
  // The village's code follows from the area; it is asked for where no file of the area has one yet.
  const except = !isNew || area?.division === "" ? [] : [knownFields.household.village];
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
            except={except}
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
            onClick={() => {
              const person = newPerson();
              onChange({ people: [...draft.people, person] });
              setAdded(person.person);
            }}
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
            except={except}
            isNew={isNew}
            isFolded
          />
        ))}
      </section>
    </>
  );
}
