import { headRelation, knownFields } from "@mingbai/registry/content/form/known-fields";
import type { Language } from "../../../i18n/language.ts";
import { randomAccount } from "../../people/random-account.ts";
import { optionText } from "../form-words.ts";
import type { DraftPerson, HouseholdDraft } from "./household-draft.ts";

/** A new household's file: its number, and its head as the first person. */
export function newDraft(household: string, language: Language): HouseholdDraft {
  const { relation } = knownFields.person;
  const head = {
    person: randomAccount(),
    texts: { [relation]: optionText("person", relation, headRelation, language) },
  };
  return {
    form: "household",
    household,
    area: "",
    reason: "visit",
    words: "",
    texts: {},
    people: [head],
    seen: [],
  };
}

/** Somebody more of a household. */
export function newPerson(): DraftPerson {
  return { person: randomAccount(), texts: {} };
}
