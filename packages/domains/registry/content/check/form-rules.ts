import { type CompiledRule, compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault } from "@mingbai/rules/fault";
import type { Variables } from "@mingbai/rules/rule-type";
import { peoplePerHouseholdMax } from "../../schema.ts";
import type { FormDefinition, FormRule, SubjectKind } from "../form/definition.ts";
import { ruleRecordOf } from "../form/rule-record.ts";

export interface ReadyRule {
  readonly rule: FormRule;
  readonly compiled: CompiledRule;
}

const ready = new WeakMap<FormDefinition, readonly ReadyRule[]>();

/** A form's rules, compiled once. Throws on a rule that is none: `findRuleFaults` keeps those from being published. */
export function formRules(form: FormDefinition): readonly ReadyRule[] {
  const found = ready.get(form);
  if (found !== undefined) return found;
  const rules = form.rules.map((rule) => {
    const compiled = compileRule({ text: rule.when, variables: variablesOf(form, rule.of) });
    if (isRuleFault(compiled)) throw new Error(`rule ${rule.id} of form ${form.version}: ${compiled.en}`);
    return { rule, compiled };
  });
  ready.set(form, rules);
  return rules;
}

/** `h`: the household's values; `people`: those of all; `p`: the person's, in rules about one; `day`: when it is checked. */
export function variablesOf(form: FormDefinition, of: SubjectKind): Variables {
  const person = ruleRecordOf(form, "person");
  const all: Variables = {
    h: ruleRecordOf(form, "household"),
    people: { list: person, itemsMax: peoplePerHouseholdMax },
    day: "day",
  };
  return of === "person" ? { ...all, p: person } : all;
}
