import { deriveFromIdentity } from "@mingbai/registry/content/entry/derive-from-identity";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { Language } from "../../../i18n/language.ts";
import { optionText } from "../form-words.ts";
import type { DraftPerson, HouseholdDraft } from "./household-draft.ts";

const { identityNumber, birth, sex } = knownFields.person;

/** What changes where a text is typed into a field of a subject of the draft. */
export function withText(
  draft: HouseholdDraft,
  { subject, field, text, language }: { subject: string; field: string; text: string; language: Language },
): Partial<HouseholdDraft> {
  if (subject === draft.household) return { texts: { ...draft.texts, [field]: text } };
  const people = draft.people.map((person) =>
    person.person === subject ? withPersonText(person, { field, text, language }) : person,
  );
  return { people };
}

/** A person with a text in a field. An identity number says when they were born and of which sex they are. */
export function withPersonText(
  person: DraftPerson,
  { field, text, language }: { field: string; text: string; language: Language },
): DraftPerson {
  const said = field === identityNumber ? deriveFromIdentity(text) : undefined;
  const derived = said && { [birth]: said.birth, [sex]: optionText("person", sex, said.sex, language) };
  return { ...person, texts: { ...person.texts, ...derived, [field]: text } };
}
