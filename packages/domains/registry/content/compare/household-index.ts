import { identityKey } from "../facts/identity-key.ts";
import type { HouseholdValues } from "../file/household-values.ts";

/** A household's file as it is compared. */
export interface ComparedFile extends HouseholdValues {
  /** The household's number on the ledger. */
  readonly household: string;
  /** YYYY-MM-DD on which somebody last said something in it. */
  readonly changedOn?: string;
}

/** Which files say what only one file should say: each household once, in the order of the files. */
export interface HouseholdIndex {
  /** Those that hold this identity number. */
  householdsOf(number: string): readonly string[];
  /** Those that give this bank account. */
  householdsPaidTo(account: string): readonly string[];
}

const none: readonly string[] = [];

/** Of all files that a person could be in twice: a county's. Who has no identity number is in no index. */
export function indexHouseholds(files: Iterable<HouseholdValues & { readonly household: string }>): HouseholdIndex {
  const byNumber = new Map<string, string[]>();
  const byAccount = new Map<string, string[]>();
  for (const { household, people } of files) {
    for (const { values } of people) {
      note(byNumber, findNumber(values.identityNumber), household);
      note(byAccount, findAccount(values.bankAccount), household);
    }
  }
  return {
    householdsOf: (number) => byNumber.get(identityKey(number)) ?? none,
    householdsPaidTo: (account) => byAccount.get(findAccount(account) ?? "") ?? none,
  };
}

function note(index: Map<string, string[]>, key: string | undefined, household: string): void {
  if (key === undefined) return;
  const known = index.get(key);
  if (known === undefined) index.set(key, [household]);
  else if (!known.includes(household)) known.push(household);
}

/** The identity number that a person's file gives, as lists are joined by it. */
export function findNumber(value: unknown): string | undefined {
  const key = typeof value === "string" ? identityKey(value) : "";
  return key === "" ? undefined : key;
}

/** A bank account by its characters alone: people write it in groups. */
export function findAccount(value: unknown): string | undefined {
  const account = typeof value === "string" ? value.replace(/[\s-]+/g, "") : "";
  return account === "" ? undefined : account;
}
