/** What an import asks of the registry: ports, filled by who has the files before them. */
import type { HouseholdValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";

/** A file as its reader has it: what counts in it, and the version that says so. */
export interface KnownFile {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
}

export interface KnownHousehold extends KnownFile {
  /** Those who are in it now. */
  readonly people: readonly KnownFile[];
  /** Who imports may not change it: another organisation keeps it, or another area. Nothing of it is read. */
  readonly isElsewhere?: true;
}

/** Where a person is. */
export interface KnownPlace {
  readonly household: KnownHousehold;
  /** The person's id in it. */
  readonly person: string;
}

export interface KnownFiles {
  /** Who has these identity numbers, by number; who is in no household is not among them. */
  findByIdentity(numbers: readonly string[]): Promise<ReadonlyMap<string, KnownPlace>>;
}

/** Somebody who may be the same person, how sure that is (0 to 1) and why. */
export interface AlikePerson {
  readonly household: string;
  readonly person: string;
  readonly likeness: number;
  readonly reasons: readonly { readonly en: string; readonly zh: string }[];
}

export interface AlikeFinder {
  /** For each person of each household of a list, those of the registry who may be the same, the likeliest first. */
  findAlike(households: readonly HouseholdValues[]): Promise<readonly (readonly (readonly AlikePerson[])[])[]>;
}
