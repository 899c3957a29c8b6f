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

export interface PlanCounts {
  readonly new: number;
  readonly people: number;
  readonly change: number;
  readonly same: number;
  /** Waits for a decision. */
  readonly queued: number;
  /** Errors of the list: to be mended there. */
  readonly faults: number;
  /** In a village of which nobody has said where its files lie. */
  readonly noPlace: number;
}

export const noPlan: PlanCounts = { new: 0, people: 0, change: 0, same: 0, queued: 0, faults: 0, noPlace: 0 };

export function countPlanned(counts: PlanCounts, planned: PlannedHousehold, area: string | undefined): PlanCounts {
  const { outcome, read } = planned;
  const add = (name: keyof PlanCounts, by = 1) => ({ ...counts, [name]: counts[name] + by });
  if (outcome === "new" && area === undefined) return add("noPlace");
  if (outcome === "new") return { ...add("new"), people: counts.people + read.household.people.length };
  if (outcome === "change" || outcome === "same") return add(outcome);
  return isQueued(planned) ? add("queued") : add("faults");
}

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
