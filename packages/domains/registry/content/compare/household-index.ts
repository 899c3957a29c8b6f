import { identityKey } from "../facts/identity-key.ts";
import type { HouseholdValues } from "../file/household-values.ts";

/** A household's file as it is compared. */
export interface ComparedFile extends HouseholdValues {
  /** The household's number on the ledger. */
  readonly household: string;
  /** YYYY-MM-DD on which somebody last said something in it. */
  readonly changedOn?: string;
}

/** In which files people are. */
export interface HouseholdIndex {
  /** Households whose file holds this identity number, each once, in the order of the files. */
  householdsOf(number: string): readonly string[];
}

const none: readonly string[] = [];

/** Of all files that a person could be in twice: a county's. Who has no identity number is in no index. */
export function indexHouseholds(files: Iterable<HouseholdValues & { readonly household: string }>): HouseholdIndex {
  const byNumber = new Map<string, string[]>();
  for (const { household, people } of files) {
    for (const { values } of people) {
      const number = findNumber(values.identityNumber);
      if (number === undefined) continue;
      const known = byNumber.get(number);
      if (known === undefined) byNumber.set(number, [household]);
      else if (!known.includes(household)) known.push(household);
    }
  }
  return { householdsOf: (number) => byNumber.get(identityKey(number)) ?? none };
}

/** The identity number that a person's file gives, as lists are joined by it. */
export function findNumber(value: unknown): string | undefined {
  const key = typeof value === "string" ? identityKey(value) : "";
  return key === "" ? undefined : key;
}
