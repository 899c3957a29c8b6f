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
  if (wholeNumber.test(plain)) return isOneOf(livingWith(sql`identity = ${plain.toUpperCase()}`));
  if (lastDigits.test(plain)) {
    const theirs = livingWith(sql`right(identity, 4) = ${plain.toUpperCase()} and identity <> ''`);
    return isOneOf(sql`select household from registry.household where ${named} union ${theirs}`);
  }
  return telephone.test(plain) ? sql<boolean>`(phone = ${plain} or ${named})` : named;
}

function matchesSigns(plain: string): RawBuilder<boolean> {
  const holds = sql<boolean>`position(${plain} in search) > 0`;
  const pairs = pairsOf([plain]);
  return pairs.length === 0 ? holds : sql<boolean>`(pairs @> ${pairs} and ${holds})`;
}

/** Households of the people for whom this holds. */
function livingWith(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select household from registry.person where ${condition}`;
}

/** PERF: found first and then looked up, as `in (select …)` beside another condition reads all rows. */
function isOneOf(households: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`household = any(array(${households}))`;
}
