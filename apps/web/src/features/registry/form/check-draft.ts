import { checkFile } from "@mingbai/registry/content/check/check-file";
import type { FileFault, FileSubject } from "@mingbai/registry/content/check/file-fault";
import type { Divisions } from "@mingbai/registry/content/entry/entry";
import { isValue } from "@mingbai/registry/content/entry/entry";
import { readText } from "@mingbai/registry/content/entry/read-text";
import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { Value, Values } from "@mingbai/registry/content/file/value";
import type { FieldClass, SubjectKind } from "@mingbai/registry/content/form/definition";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { fieldsOfClasses, fieldsOfKind } from "@mingbai/registry/content/form/find-field";
import { form } from "../form-words.ts";
import { fieldPlace, findSeen, type HouseholdDraft } from "./household-draft.ts";

/** What is wrong, or to be looked at again, at a place of the page (`fieldPlace`). */
export interface DraftFault {
  readonly place: string;
  readonly level: "error" | "doubt";
  readonly en: string;
  readonly zh: string;
}

export interface CheckedDraft {
  readonly file: HouseholdValues;
  readonly faults: readonly DraftFault[];
}

const languages = ["zh", "en"] as const;

interface Around {
  /** YYYY-MM-DD, for which ages are counted. */
  readonly day: string;
  readonly divisions: Divisions;
  /** Classes of fields that the writer sees; what they do not see is none of their faults. */
  readonly classes?: readonly FieldClass[];
}

/**
 * Reads what was typed and checks the household as a whole. What was wrong in the file before the writer came is a doubt,
 * not an error: a visit is not refused for what somebody else left behind.
 */
export function checkDraft(draft: HouseholdDraft, around: Around): CheckedDraft {
  const unread: DraftFault[] = [];
  const file: HouseholdValues = {
    values: readTexts("household", draft.household, draft.texts),
    people: draft.people.map(({ person, texts }) => ({ person, values: readTexts("person", person, texts) })),
  };
  function readTexts(kind: SubjectKind, subject: string, texts: Readonly<Record<string, string>>): Values {
    const before = findSeen(draft, subject)?.values ?? {};
    const values: { [field: string]: Value } = { ...unseen(before, around) };
    for (const field of fieldsOfKind(form, kind)) {
      const old = before[field.id];
      const text = texts[field.id];
      if (text === undefined) {
        // Begun by an earlier form, which did not ask this.
        if (old !== undefined) values[field.id] = old;
        continue;
      }
      const entry = readText(field, text, { day: around.day, divisions: around.divisions });
      if (isValue(entry)) values[field.id] = entry.value;
      if (isValue(entry) || "empty" in entry) continue;
      const isOld = old !== undefined && languages.some((language) => writeText(field, old, language) === text);
      if (isOld) values[field.id] = old;
      const level = isOld ? "doubt" : "error";
      unread.push({ place: fieldPlace(subject, field.id), level, en: entry.en, zh: entry.zh });
    }
    return values;
  }
  const before = new Set(faultsBefore(draft, around).map(keyOf));
  const taken = new Set(unread.map(({ place }) => place));
  const found = checkFile(form, file, { day: around.day })
    .filter((fault) => isSeen(fault, around))
    .map((fault): DraftFault => {
      const level = before.has(keyOf(fault)) ? "doubt" : fault.level;
      return { place: placeOf(draft, fault), level, en: fault.en, zh: fault.zh };
    });
  return { file, faults: [...unread, ...found.filter(({ place }) => !taken.has(place))] };
}

/** Values of fields that the writer does not see stay as they are. */
function unseen(values: Values, { classes = fieldClasses }: Around): Values {
  const open = fieldsOfClasses(form, classes);
  return Object.fromEntries(Object.entries(values).filter(([id]) => !open.has(id)));
}

function faultsBefore(draft: HouseholdDraft, { day }: Around): readonly FileFault[] {
  const own = findSeen(draft, draft.household);
  if (own === undefined) return [];
  const residents = draft.people.flatMap(({ person }) => {
    const one = findSeen(draft, person);
    return one === undefined ? [] : [{ person, values: one.values }];
  });
  return checkFile(form, { values: own.values, people: residents }, { day });
}

function keyOf({ subject, fault, fields, values }: FileFault): string {
  return JSON.stringify([subject, fault, fields, values.rule ?? ""]);
}

function isSeen({ fields }: FileFault, { classes = fieldClasses }: Around): boolean {
  const open = fieldsOfClasses(form, classes);
  return fields.every((field) => open.has(field));
}

/** The field where a fault is shown: the household's, else the person's whom it is about, else the head's. */
function placeOf(draft: HouseholdDraft, { subject, fields }: FileFault): string {
  const [field = ""] = fields;
  const ids = fieldsOfKind(form, "household").map(({ id }) => id);
  if (subject === "household" && ids.includes(field)) return fieldPlace(draft.household, field);
  return fieldPlace(personAt(draft, subject) ?? draft.household, field);
}

function personAt({ people }: HouseholdDraft, subject: FileSubject): string | undefined {
  return people[subject === "household" ? 0 : subject]?.person;
}
