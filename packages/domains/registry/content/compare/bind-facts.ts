import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { Values } from "../file/value.ts";
import type { ReadyChoice } from "./compile-rules.ts";
import type { KnownFact } from "./known-facts.ts";
import type { ReasonPerson } from "./verdict.ts";

/** Whom a rule is asked about: a household with what is known of all its people, or one of them. */
export interface Subject {
  readonly household: string;
  readonly known: readonly KnownFact[];
  /** All that rules can name but the facts. */
  readonly bindings: { readonly h: Values; readonly p?: Values } & Readonly<Record<string, unknown>>;
  readonly person?: ReasonPerson;
}

/** All that a rule can name about one subject: `known` of its kinds, and `facts`, those that it is about. */
export type BoundFacts = Subject["bindings"] & {
  readonly known: readonly KnownFact[];
  readonly facts: readonly KnownFact[];
};

/** The facts that `where` holds for, beside all of the kinds. One that does not say what is asked is none of them. */
export function bindFacts({ kinds, where }: ReadyChoice, subject: Subject): BoundFacts | RuleFault {
  const { bindings } = subject;
  const known = subject.known.length === 0 ? subject.known : subject.known.filter(({ kind }) => kinds.has(kind));
  if (where === undefined || known.length === 0) return { ...bindings, known, facts: known };
  const facts: KnownFact[] = [];
  for (const fact of known) {
    const outcome = where.evaluate({ ...bindings, known, fact });
    if (!isRuleFault(outcome)) {
      if (outcome.value === true) facts.push(fact);
    } else if (outcome.fault !== "MISSING") return outcome;
  }
  return { ...bindings, known, facts };
}
