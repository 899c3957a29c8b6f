import { pairsOf, plainText } from "@mingbai/read-model/searched-text";
import { type RawBuilder, sql } from "kysely";

const lastDigits = /^\d{3}[\dXx]$/;
const wholeNumber = /^(\d{15}|\d{17}[\dXx])$/;
const telephone = /^\d{7,12}$/;

/**
 * Rows of `registry.household` that a search finds: identity numbers and telephones by themselves, anything else in number,
 * names, address and group. PERF: the pairs of signs of a word are looked up in an index; a single sign reads all rows.
 */
export function matchesText(text: string): RawBuilder<boolean> {
  const plain = plainText(text);
  const named = matchesSigns(plain);
  if (wholeNumber.test(plain)) return livesHere(sql<boolean>`identity = ${plain.toUpperCase()}`);
  if (lastDigits.test(plain))
    return sql<boolean>`(${named} or ${livesHere(sql<boolean>`right(identity, 4) = ${plain.toUpperCase()} and identity <> ''`)})`;
  return telephone.test(plain) ? sql<boolean>`(phone = ${plain} or ${named})` : named;
}

function matchesSigns(plain: string): RawBuilder<boolean> {
  const holds = sql<boolean>`position(${plain} in search) > 0`;
  const pairs = pairsOf([plain]);
  return pairs.length === 0 ? holds : sql<boolean>`(pairs @> ${pairs} and ${holds})`;
}

/** A person for whom this holds is of the household. */
function livesHere(condition: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`household in (select person.household from registry.person person where ${condition})`;
}
