import type { FieldChange } from "../../file/part.ts";
import type { ReadHousehold } from "../read/read-household.ts";
import type { AlikePerson } from "./known-files.ts";

/**
 * What an import would do with a household. `new`, `change`, `same`: as it says. `conflict`: the registry has its people
 * elsewhere or under other names; `alike`: it may be known under other numbers; `held`: the list itself is to be mended or
 * decided first. The last three wait for a person, and nothing of them is written before.
 */
export const outcomes = ["new", "change", "same", "conflict", "alike", "held"] as const;
export type Outcome = (typeof outcomes)[number];

/** The fields that differ, against the version that was seen; of what the list says nothing, nothing changes. */
export interface PlannedSets {
  readonly sets: { readonly [field: string]: FieldChange };
  /** 0 for a file that is not there yet. */
  readonly base: number;
}

export interface PlannedPerson extends PlannedSets {
  /** The place among the people of the list's household. */
  readonly at: number;
  /** Absent for who is new. */
  readonly person?: string;
}

/**
 * A person whom the registry has in another household than the others, or under another name; in one that another
 * household of the list has been taken for; or in one that is not for who imports to change.
 */
export interface PersonConflict {
  readonly at: number;
  readonly why: "otherHousehold" | "otherName" | "householdTwice" | "keptElsewhere";
  readonly household: string;
  readonly person: string;
}

export interface PlannedHousehold {
  readonly read: ReadHousehold;
  readonly outcome: Outcome;
  /** The known household that it is. */
  readonly household?: string;
  /** Absent where nothing about the household as a whole changes. */
  readonly own?: PlannedSets;
  /** Those of whom something changes, or who are new. */
  readonly people: readonly PlannedPerson[];
  readonly conflicts: readonly PersonConflict[];
  readonly alike: readonly { readonly at: number; readonly alike: readonly AlikePerson[] }[];
  /** People of the known household whom the list does not name. They stay: a list that is short ends nobody. */
  readonly notNamed: readonly string[];
}
