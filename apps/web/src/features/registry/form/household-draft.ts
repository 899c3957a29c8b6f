import { Basis } from "@mingbai/registry/content/file/basis";
import { changeReasons } from "@mingbai/registry/content/file/part";
import { Value } from "@mingbai/registry/content/file/value";
import { z } from "zod";
import type { DraftForm } from "../../apply/use-draft.ts";

const Text = z.string().max(4_000);
const Texts = z.record(z.string(), Text);
const Subject = z.string().regex(/^[0-9a-f]{16}$/);

/** A subject as the writer saw it when they began: what they change is counted against this. */
const Seen = z.object({ subject: Subject, version: z.int().nonnegative(), values: z.record(z.string(), Value) });

export const DraftBasis = z.object({
  all: Basis.optional(),
  isSingle: z.boolean(),
  fields: z.record(z.string(), Basis),
});
export type DraftBasis = z.infer<typeof DraftBasis>;

const DraftPerson = z.object({ person: Subject, texts: Texts });
export type DraftPerson = z.infer<typeof DraftPerson>;

/**
 * A household's file as it is typed: every field is text, so that what is half typed comes back as it was. `seen`: the
 * subjects that are changed; none for a new file.
 */
export const HouseholdDraft = z.object({
  form: z.literal("household"),
  household: Subject,
  /** Name of the area that a new file is kept in. */
  area: Text,
  reason: z.enum(changeReasons),
  words: Text,
  texts: Texts,
  people: z.array(DraftPerson),
  seen: z.array(Seen),
  /** Where what is typed comes from: of all of it, and of single fields by their place. */
  basis: DraftBasis.optional(),
});
export type HouseholdDraft = z.infer<typeof HouseholdDraft>;

/** How household files are kept as drafts: by the head's name. */
export const householdForm: DraftForm<HouseholdDraft> = {
  labelOf: ({ people }) => people[0]?.texts.name ?? "",
  store: (draft) => JSON.parse(JSON.stringify(draft)),
  read: (stored) => HouseholdDraft.parse(stored),
};

/** A subject as the writer saw it; undefined for one that is new. */
export function findSeen({ seen }: Pick<HouseholdDraft, "seen">, subject: string) {
  return seen.find((one) => one.subject === subject);
}

/** Where a field stands on the page, for labels, faults and focus. */
export function fieldPlace(subject: string, field: string): string {
  return `field-${subject}-${field}`;
}
