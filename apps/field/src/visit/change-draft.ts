import { deriveFromIdentity } from "@mingbai/registry/content/entry/derive-from-identity";
import type { BasisKind } from "@mingbai/registry/content/file/basis";
import type { Value, Values } from "@mingbai/registry/content/file/value";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { HouseholdDraft, PersonDraft, SubjectDraft } from "../outbox/record.ts";

/** What became of an input: a value, nothing, or a text that is none yet. */
export type Entered = { readonly value: Value } | { readonly empty: true } | { readonly text: string };

/** Whose text and which field it is, in a draft's `texts`. */
export function placeOf(subject: string, field: string): string {
  return `${subject}/${field}`;
}

/** The draft with one field of one subject as it was entered. A text that is no value yet leaves the value that was there. */
export function enterField(
  draft: HouseholdDraft,
  { subject, field }: { subject: string; field: string },
  entered: Entered,
): HouseholdDraft {
  const { [placeOf(subject, field)]: _, ...texts } = draft.texts;
  if ("text" in entered) return { ...draft, texts: { ...texts, [placeOf(subject, field)]: entered.text } };
  const change = <Subject extends SubjectDraft>(one: Subject): Subject => ({
    ...one,
    values: withDerived(withValue(one.values, field, "value" in entered ? entered.value : undefined), field),
  });
  if (subject === draft.household) return { ...change(draft), texts };
  return { ...changePerson(draft, subject, change), texts };
}

export function changePerson(
  draft: HouseholdDraft,
  person: string,
  change: (person: PersonDraft) => PersonDraft,
): HouseholdDraft {
  return { ...draft, people: draft.people.map((one) => (one.person === person ? change(one) : one)) };
}

export function addPerson(
  draft: HouseholdDraft,
  { person, arrival, values = {} }: { person: string; arrival?: PersonDraft["arrival"]; values?: Values },
): HouseholdDraft {
  const added: PersonDraft = { person, base: 0, before: {}, values, ...(arrival !== undefined && { arrival }) };
  return { ...draft, people: [...draft.people, added] };
}

/** Without somebody who was added here and is on no ledger. */
export function removePerson(draft: HouseholdDraft, person: string): HouseholdDraft {
  const texts = Object.entries(draft.texts).filter(([place]) => !place.startsWith(`${person}/`));
  return {
    ...draft,
    people: draft.people.filter((one) => one.person !== person),
    texts: Object.fromEntries(texts),
  };
}

function withValue(values: Values, field: string, value: Value | undefined): Values {
  const { [field]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [field]: value };
}

/** An identity number says when somebody was born and of which sex: it fills what is empty, and changes nothing. */
function withDerived(values: Values, field: string): Values {
  const { identityNumber, birth, sex } = knownFields.person;
  const number = values[identityNumber];
  const said = field === identityNumber && typeof number === "string" ? deriveFromIdentity(number) : undefined;
  return said === undefined ? values : { [birth]: said.birth, [sex]: said.sex, ...values };
}

/** With where one answer comes from; without a kind, what holds for all. */
export function withBasis(draft: HouseholdDraft, place: string, kind: BasisKind | undefined): HouseholdDraft {
  const { fields: before, ...all } = draft.basis ?? { fields: {} };
  const { [place]: _, ...fields } = before;
  return { ...draft, basis: { ...all, fields: kind === undefined ? fields : { ...fields, [place]: kind } } };
}

/** With where all that is changed comes from. */
export function withBasisOfAll(draft: HouseholdDraft, kind: BasisKind | undefined): HouseholdDraft {
  const fields = draft.basis?.fields ?? {};
  return { ...draft, basis: { fields, ...(kind !== undefined && { all: kind }) } };
}
