import type { FactIndex } from "../facts/fact-index.ts";
import type { FactTrust } from "../facts/fact-trust.ts";
import { type RankedFact, rankFacts } from "../facts/rank-facts.ts";
import type { Value } from "../file/value.ts";
import type { HouseholdIndex } from "./household-index.ts";
import type { LookedAt } from "./rule-set.ts";

/** A fact that counts, with what it says beside what it is: the shape that rules read. */
export interface KnownFact {
  readonly [field: string]: Value;
  readonly id: string;
  /** The identity number. */
  readonly about: string;
  readonly kind: LookedAt;
  readonly source: string;
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

/** What counts about a person of a household: what departments say, and which other households hold them too. */
export function factsOf(number: string, household: string, { facts, index, trust, day }: Knowledge): KnownFact[] {
  const known: KnownFact[] = [];
  const said = facts.about(number);
  if (said.length > 0)
    for (const ranked of rankFacts(said, trust, day)) if (ranked.standing === "counts") known.push(knownFact(ranked));
  const holders = index.householdsOf(number);
  if (holders.length > 1 || holders[0] !== household)
    for (const other of holders) if (other !== household) known.push(countedFact(number, other, day));
  return known;
}

function knownFact({ fact, monthsOld, isOld }: RankedFact): KnownFact {
  const { values, id, about, kind, source, asOf } = fact;
  return { ...values, id, about, kind, source, asOf, monthsOld, isOld };
}

function countedFact(about: string, household: string, day: string): KnownFact {
  const id = `counted/${household}`;
  return { household, id, about, kind: "counted", source: "registry", asOf: day, monthsOld: 0, isOld: false };
}
