import { deriveFromIdentity } from "@mingbai/registry/content/entry/derive-from-identity";
import { headRelation, knownFields } from "@mingbai/registry/content/form/known-fields";
import type { Language } from "../../../i18n/language.ts";
import { optionText } from "../form-words.ts";
import type { DraftPerson } from "./household-draft.ts";

const { identityNumber, birth, sex, relation } = knownFields.person;

/** Fields that need not be asked: what the identity number says of its owner, and that the first person is the head. */
export function knownOfPerson({ texts }: DraftPerson, { isFirst, language }: { isFirst: boolean; language: Language }) {
  const said = deriveFromIdentity(texts[identityNumber] ?? "");
  const known = {
    ...(said && { [birth]: said.birth, [sex]: optionText("person", sex, said.sex, language) }),
    ...(isFirst && { [relation]: optionText("person", relation, headRelation, language) }),
  };
  return Object.entries(known).flatMap(([field, text]) => (texts[field] === text ? [field] : []));
}
