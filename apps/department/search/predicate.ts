import type { Predicate, PredicateStep } from "@mingbai/app-node/departments/dci/search-message";
import type { Fact } from "@mingbai/registry/content/facts/fact";

/** What a list can be searched by besides the identity number, and how it is read. */
const attributes: { readonly [name: string]: (fact: Fact) => string } = {
  UIN: ({ about }) => about,
  kind: ({ kind }) => kind,
  source: ({ source }) => source,
  asOf: ({ asOf }) => asOf,
};

/** Names of attributes that a predicate asks for and no fact has. */
export function unknownAttributes(steps: readonly PredicateStep[]): string[] {
  const asked = steps.flatMap(({ expression1, expression2 }) => [expression1, ...(expression2 ? [expression2] : [])]);
  return asked.map((one) => one.attribute_name).filter((name) => attributes[name] === undefined);
}

/** Whether a fact is what the steps ask for: each of them holds. `not`: the first and not the second. */
export function holdsFor(fact: Fact, steps: readonly PredicateStep[]): boolean {
  return steps.every(({ expression1, condition = "and", expression2 }) => {
    const first = holds(fact, expression1);
    if (expression2 === undefined) return condition === "not" ? !first : first;
    const second = holds(fact, expression2);
    if (condition === "or") return first || second;
    return condition === "not" ? first && !second : first && second;
  });
}

function holds(fact: Fact, { attribute_name, operator, attribute_value }: Predicate): boolean {
  const said = attributes[attribute_name]?.(fact);
  if (said === undefined) return false;
  if (operator === "in") return Array.isArray(attribute_value) && attribute_value.includes(said);
  const asked = String(attribute_value);
  switch (operator) {
    case "eq":
      return said === asked;
    case "gt":
      return said > asked;
    case "ge":
      return said >= asked;
    case "lt":
      return said < asked;
    case "le":
      return said <= asked;
  }
}
