import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { AlikePerson } from "@mingbai/registry/content/import/plan/known-files";
import type { PersonConflict, PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { Disagreement } from "@mingbai/registry/content/import/read/read-household";

/** Households that are held to be decided; more are only counted. */
export const queueMax = 2_000;

/** A household that waits for a person. */
export interface QueueItem {
  readonly key: string;
  readonly lines: readonly number[];
  readonly head: string;
  readonly disagreements: readonly Disagreement[];
  readonly conflicts: readonly (PersonConflict & { readonly name: string })[];
  readonly alike: readonly { readonly name: string; readonly alike: readonly AlikePerson[] }[];
}

/** Only a person can say what is to be done with it. */
export function isQueued({ outcome, read }: PlannedHousehold): boolean {
  return outcome === "conflict" || outcome === "alike" || (outcome === "held" && read.state === "disagreement");
}

export function queueItem({ read, conflicts, alike }: PlannedHousehold): QueueItem {
  const nameAt = (at: number) => textOf(read.household.people[at]?.values[knownFields.person.name]);
  return {
    key: read.key,
    lines: read.lines,
    head: nameAt(0),
    disagreements: read.disagreements,
    conflicts: conflicts.map((one) => ({ ...one, name: nameAt(one.at) })),
    alike: alike.map((one) => ({ name: nameAt(one.at), alike: one.alike })),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
