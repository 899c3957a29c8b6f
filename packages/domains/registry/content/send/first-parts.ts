import { changedFields } from "../file/changed-fields.ts";
import type { ChangeReason, SubjectPart } from "../file/part.ts";
import type { Values } from "../file/value.ts";

/** A household that has its numbers, ready to be opened. */
export interface NumberedHousehold {
  readonly household: string;
  readonly values: Values;
  readonly people: readonly { readonly person: string; readonly values: Values }[];
}

/** What is said about one subject. */
export interface SaidOf {
  readonly subject: string;
  readonly part: SubjectPart;
}

/** The first parts of a household's file: its own, then those of its people, in their order. */
export function firstParts(
  { household, values, people }: NumberedHousehold,
  { form, reason }: { form: number; reason: ChangeReason },
): SaidOf[] {
  const part = (said: Values): SubjectPart => ({ kind: "part", form, reason, sets: changedFields({}, said) });
  return [
    { subject: household, part: part(values) },
    ...people.map((one) => ({ subject: one.person, part: part(one.values) })),
  ];
}
