import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { Value, Values } from "../file/value.ts";
import { type BoundFacts, bindFacts, type Subject } from "./bind-facts.ts";
import type { ReadyRule } from "./compile-rules.ts";
import { fillWords } from "./fill-words.ts";
import type { KnownFact } from "./known-facts.ts";
import { computeNames } from "./named-values.ts";
import { reasonDigest } from "./reason-digest.ts";
import { personKey, type Reason, type Unjudged, type UsedFact } from "./verdict.ts";

/** The reason that a rule finds, undefined where it finds none or does not know enough, or why it cannot be judged. */
export function judgeRule(ready: ReadyRule, version: number, subject: Subject): Reason | Unjudged | undefined {
  const bindings = bindFacts(ready, subject);
  if (isRuleFault(bindings)) return unjudged(ready, subject, bindings);
  const outcome = ready.when.evaluate(bindings);
  if (isRuleFault(outcome)) return outcome.fault === "MISSING" ? undefined : unjudged(ready, subject, outcome);
  return outcome.value === true ? makeReason(ready, version, { subject, bindings }) : undefined;
}

function unjudged({ rule }: ReadyRule, { person }: Subject, fault: RuleFault): Unjudged {
  return { rule: rule.id, fault, ...(person !== undefined && { person }) };
}

function makeReason(
  { rule, names }: ReadyRule,
  version: number,
  { subject, bindings }: { subject: Subject; bindings: BoundFacts },
): Reason {
  const { household, person } = subject;
  const { facts } = bindings;
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
      person: personKey(person),
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
