import { checkFile } from "@mingbai/registry/content/check/check-file";
import type { FileFault } from "@mingbai/registry/content/check/file-fault";
import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import type { HouseholdDraft } from "../outbox/record.ts";
import { form } from "./form.ts";

/** What is to be mended before a record is handed in, and what to look at again. */
export interface DraftFaults {
  readonly errors: readonly FileFault[];
  readonly doubts: readonly FileFault[];
}

/**
 * Judges a draft by the form's rules, as the file will be. What was wrong before this visit and was not touched by it keeps
 * nobody from handing in. People who died or left are not judged. `day`: YYYY-MM-DD.
 */
export function checkDraft(draft: HouseholdDraft, day: string): DraftFaults {
  const people = draft.people.filter(({ departure }) => departure === undefined);
  const touched = [draft, ...people].map(({ before, values }) => new Set(Object.keys(changedFields(before, values))));
  const found = checkFile(form, { values: draft.values, people: people.map(({ values }) => ({ values })) }, { day });
  const faults = found.filter(({ subject, fields }) => {
    const of = touched[subject === "household" ? 0 : subject + 1];
    const isNew = subject === "household" ? draft.base === 0 : people[subject]?.base === 0;
    return isNew || fields.length === 0 || fields.some((field) => of?.has(field));
  });
  return {
    errors: faults.filter(({ level }) => level === "error"),
    doubts: faults.filter(({ level }) => level === "doubt"),
  };
}
