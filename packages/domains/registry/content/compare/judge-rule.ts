import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { Value, Values } from "../file/value.ts";
import type { ReadyRule } from "./compile-rules.ts";
import { fillWords } from "./fill-words.ts";
import type { KnownFact } from "./known-facts.ts";
import { computeNames } from "./named-values.ts";
import { reasonDigest } from "./reason-digest.ts";
import type { Reason, ReasonPerson, Unjudged, UsedFact } from "./verdict.ts";

/** Whom a rule is asked about: a household with what is known of all its people, or one of them. */
export interface Subject {
  readonly household: string;
  readonly known: readonly KnownFact[];
  /** All that rules can name but the facts. */
  readonly bindings: { readonly h: Values; readonly p?: Values } & Readonly<Record<string, unknown>>;
  readonly person?: ReasonPerson;
}

/** The reason that a rule finds, undefined where it finds none or does not know enough, or why it cannot be judged. */
export function judgeRule(ready: ReadyRule, version: number, subject: Subject): Reason | Unjudged | undefined {
  const known = subject.known.length === 0 ? subject.known : subject.known.filter(({ kind }) => ready.kinds.has(kind));
  const facts = chooseFacts(ready, subject, known);
  if (isRuleFault(facts)) return unjudged(ready, subject, facts);
  const bindings = { ...subject.bindings, known, facts };
  const outcome = ready.when.evaluate(bindings);
  if (isRuleFault(outcome)) return outcome.fault === "MISSING" ? undefined : unjudged(ready, subject, outcome);
  return outcome.value === true ? makeReason(ready, version, { subject, facts, bindings }) : undefined;
}

/** The facts that `where` holds for. One that does not say what is asked is none of them. */
function chooseFacts(
  { where }: ReadyRule,
  { bindings }: Subject,
  known: readonly KnownFact[],
): readonly KnownFact[] | RuleFault {
  if (where === undefined || known.length === 0) return known;
  const chosen: KnownFact[] = [];
  for (const fact of known) {
    const outcome = where.evaluate({ ...bindings, known, fact });
    if (!isRuleFault(outcome)) {
      if (outcome.value === true) chosen.push(fact);
    } else if (outcome.fault !== "MISSING") return outcome;
  }
  return chosen;
}

function unjudged({ rule }: ReadyRule, { person }: Subject, fault: RuleFault): Unjudged {
  return { rule: rule.id, fault, ...(person !== undefined && { person }) };
}

function makeReason(
  { rule, names }: ReadyRule,
  version: number,
  { subject, facts, bindings }: { subject: Subject; facts: readonly KnownFact[]; bindings: Subject["bindings"] },
): Reason {
  const { household, person } = subject;
  const named = computeNames(names, bindings);
  const shown = person?.name === undefined ? named : { ...named, name: person.name };
  return {
    rule: rule.id,
    version,
    level: rule.level,
    isOpposite: rule.opposite === true,
    ...(person !== undefined && { person }),
    fields: rule.fields,
    facts: facts.map(usedFact),
    named,
    words: fillWords(rule.says, names, shown),
    action: rule.action,
    digest: reasonDigest({
      household,
      rule: rule.id,
      person: person?.identityNumber,
      facts,
      fields: valuesOf(rule.fields, subject),
    }),
  };
}

function usedFact({ id, source, kind, asOf, monthsOld, isOld }: KnownFact): UsedFact {
  return { id, source, kind, asOf, monthsOld, isOld };
}

/** What the file says there: a person's own value, or the household's. */
function valuesOf(fields: readonly string[], { bindings: { h, p } }: Subject): Values {
  const values: { [field: string]: Value } = {};
  for (const field of fields) {
    const value = p?.[field] ?? h[field];
    if (value !== undefined) values[field] = value;
  }
  return values;
}
