import type { BasisOfFields } from "@mingbai/registry/content/file/basis";
import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import { basisOfDraft } from "./basis-of-draft.ts";
import { findSeen, type HouseholdDraft } from "./household-draft.ts";

/** What one act changes about one subject, and which version its writer had seen. */
export interface DraftChange {
  readonly subject: string;
  readonly base: number;
  readonly sets: SubjectPart["sets"];
  readonly basis: BasisOfFields;
}

/** The subjects that differ from what the writer saw, each with its changed fields only. */
export function draftChanges(draft: HouseholdDraft, file: HouseholdValues): readonly DraftChange[] {
  const subjects = [
    { subject: draft.household, values: file.values },
    ...file.people.map(({ person = "", values }) => ({ subject: person, values })),
  ];
  return subjects.flatMap(({ subject, values }) => {
    const seen = findSeen(draft, subject);
    if (seen === undefined) return [];
    const sets = changedFields(seen.values, values);
    const of = { changed: Object.keys(sets), filled: Object.keys(values) };
    const basis = basisOfDraft(draft, subject, of);
    const isNothing = Object.keys(sets).length + Object.keys(basis).length === 0;
    return isNothing ? [] : [{ subject, base: seen.version, sets, basis }];
  });
}
