import type { Fact } from "./fact.ts";
import { identityKey } from "./identity-key.ts";

/** Facts by whom they are about. */
export interface FactIndex {
  /** All that is known about an identity number, in no certain order. */
  about(number: string): readonly Fact[];
  /** Everyone whom any fact is about, by `identityKey`. */
  numbers(): Iterable<string>;
}

const none: readonly Fact[] = [];

/**
 * The facts of the lists in force. Lines of a list that a newer one replaced are left out by the caller: a line that is
 * not there any more (a car that was sold) cannot be seen from lines alone.
 */
export function indexFacts(facts: Iterable<Fact>): FactIndex {
  const byNumber = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = identityKey(fact.about);
    const known = byNumber.get(key);
    if (known === undefined) byNumber.set(key, [fact]);
    else known.push(fact);
  }
  return { about: (number) => byNumber.get(identityKey(number)) ?? none, numbers: () => byNumber.keys() };
}
