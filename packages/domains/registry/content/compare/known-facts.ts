import type { Source } from "../facts/fact.ts";
import type { FactIndex } from "../facts/fact-index.ts";
import type { FactTrust } from "../facts/fact-trust.ts";
import { type RankedFact, rankFacts } from "../facts/rank-facts.ts";
import type { Value, Values } from "../file/value.ts";
import { findAccount, findNumber, type HouseholdIndex } from "./household-index.ts";
import type { LookedAt } from "./rule-set.ts";

/** A fact that counts, with what it says beside what it is: the shape that rules read. */
export interface KnownFact {
  readonly [field: string]: Value;
  readonly id: string;
  /** The identity number. */
  readonly about: string;
  readonly kind: LookedAt;
  /** A department, or this registry's own files. */
  readonly source: Source | "registry";
  readonly asOf: string;
  readonly monthsOld: number;
  readonly isOld: boolean;
}

export interface Knowledge {
  readonly facts: FactIndex;
  readonly index: HouseholdIndex;
  readonly trust: FactTrust;
  readonly day: string;
}

/**
 * What counts about a person of a household: what departments say, and which other households hold the same person or
 * account. Nothing, where there is no identity number to ask by.
 */
export function factsOf(
  { identityNumber, bankAccount }: Values,
  household: string,
  { facts, index, trust, day }: Knowledge,
): KnownFact[] {
  const number = findNumber(identityNumber);
  if (number === undefined) return [];
  const known: KnownFact[] = [];
  const said = facts.about(number);
  if (said.length > 0)
    for (const ranked of rankFacts(said, trust, day)) if (ranked.standing === "counts") known.push(knownFact(ranked));
  const account = findAccount(bankAccount);
  const elsewhere = { counted: index.householdsOf(number), paidTo: account ? index.householdsPaidTo(account) : [] };
  for (const kind of ["counted", "paidTo"] as const)
    for (const other of elsewhere[kind])
      if (other !== household) known.push(ownFact(kind, { about: number, household: other, day }));
  return known;
}

function knownFact({ fact, monthsOld, isOld }: RankedFact): KnownFact {
  const { values, id, about, kind, source, asOf } = fact;
  return { ...values, id, about, kind, source, asOf, monthsOld, isOld };
}

/** What the registry's own files say on the day of the question. */
function ownFact(
  kind: LookedAt,
  { about, household, day }: { about: string; household: string; day: string },
): KnownFact {
  const id = `${kind}/${household}`;
  return { household, id, about, kind, source: "registry", asOf: day, monthsOld: 0, isOld: false };
}
