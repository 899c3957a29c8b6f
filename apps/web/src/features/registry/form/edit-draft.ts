import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { Values } from "@mingbai/registry/content/file/value";
import type { SubjectKind } from "@mingbai/registry/content/form/definition";
import { fieldsOfKind } from "@mingbai/registry/content/form/find-field";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { Language } from "../../../i18n/language.ts";
import { inOrder } from "../file/household-words.ts";
import { form } from "../form-words.ts";
import { findSeen, type HouseholdDraft } from "./household-draft.ts";

/** A file as it is now, to be changed. */
export function editDraft(file: HouseholdFile, language: Language): HouseholdDraft {
  const people = inOrder(file.residents);
  return {
    form: "household",
    household: file.household,
    area: file.area[language],
    reason: "visit",
    words: "",
    texts: textsOf("household", file.values, language),
    people: people.map(({ person, values }) => ({ person, texts: textsOf("person", values, language) })),
    seen: seenIn(file),
  };
}

/** The same changes, made to the file as it is by now: fields that the writer has left alone follow what others wrote. */
export function onNewest(draft: HouseholdDraft, file: HouseholdFile, language: Language): HouseholdDraft {
  const newest = editDraft(file, language);
  const follow = (kind: SubjectKind, subject: string, typed: Texts, now: Texts): Texts => {
    const before = textsOf(kind, findSeen(draft, subject)?.values ?? {}, language);
    const changed = Object.entries(typed).filter(([id, text]) => text !== (before[id] ?? ""));
    return { ...now, ...Object.fromEntries(changed) };
  };
  return {
    ...draft,
    texts: follow("household", draft.household, draft.texts, newest.texts),
    people: newest.people.map(({ person, texts }) => {
      const typed = draft.people.find((one) => one.person === person)?.texts;
      return { person, texts: typed === undefined ? texts : follow("person", person, typed, texts) };
    }),
    seen: newest.seen,
  };
}

/** Whether somebody else has changed the file, or who is in it, since the writer began. */
export function isBehind(draft: HouseholdDraft, file: HouseholdFile): boolean {
  const now = seenIn(file);
  const isSame = now.every(({ subject, version }) => findSeen(draft, subject)?.version === version);
  return !isSame || now.length !== draft.seen.length;
}

type Texts = Readonly<Record<string, string>> & Record<string, string>;

function seenIn({ household, version, values, residents }: HouseholdFile): HouseholdDraft["seen"] {
  const people = residents.map((one) => ({ subject: one.person, version: one.version, values: one.values }));
  return [{ subject: household, version, values }, ...people];
}

function textsOf(kind: SubjectKind, values: Values, language: Language): Texts {
  const known = fieldsOfKind(form, kind).flatMap((field) => {
    const value = values[field.id];
    return value === undefined ? [] : [[field.id, writeText(field, value, language)] as const];
  });
  return Object.fromEntries(known);
}
