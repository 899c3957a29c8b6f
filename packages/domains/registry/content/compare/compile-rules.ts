import { type CompiledRule, compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { Variables } from "@mingbai/rules/rule-type";
import type { FactTrust } from "../facts/fact-trust.ts";
import type { FormDefinition } from "../form/definition.ts";
import { type CompiledName, compileNames } from "./named-values.ts";
import type { ContradictionRule, ContradictionRules, LookedAt } from "./rule-set.ts";
import { type RuleVariables, variablesOf } from "./variables.ts";

export interface ReadyRule {
  readonly rule: ContradictionRule;
  readonly kinds: ReadonlySet<LookedAt>;
  readonly where?: CompiledRule;
  readonly when: CompiledRule;
  readonly names: readonly CompiledName[];
}

/** A rule set ready to compare many households. */
export interface ReadyRules {
  readonly version: number;
  readonly trust: FactTrust;
  readonly limits: Readonly<Record<string, unknown>>;
  readonly rules: readonly ReadyRule[];
}

/** Why a rule set cannot be used: which rule, which part of it, and what is wrong there. */
export interface RuleSetFault extends RuleFault {
  readonly rule: string;
  readonly part: "where" | "when" | "names";
}

/** Rules over the files of this form, or the first fault. */
export function compileRules(set: ContradictionRules, form: FormDefinition): ReadyRules | RuleSetFault {
  const { version, trust, parameters } = set;
  const variables = {
    household: variablesOf({ form, parameters }, "household"),
    person: variablesOf({ form, parameters }, "person"),
  };
  const rules: ReadyRule[] = [];
  for (const rule of set.rules) {
    const ready = readyRule(rule, variables[rule.of]);
    if ("fault" in ready) return ready;
    rules.push(ready);
  }
  return { version, trust, rules, limits: Object.fromEntries(parameters.map(({ id, value }) => [id, value])) };
}

function readyRule(rule: ContradictionRule, { when, where }: RuleVariables): ReadyRule | RuleSetFault {
  const condition = compilePart(rule, "when", when);
  if (isRuleFault(condition)) return condition;
  const names = compileNames(rule.names ?? {}, when);
  if (!Array.isArray(names)) return { ...names, rule: rule.id, part: "names" };
  const ready = { rule, kinds: new Set(rule.facts), when: condition, names };
  if (rule.where === undefined) return ready;
  const chosen = compilePart(rule, "where", where);
  return isRuleFault(chosen) ? chosen : { ...ready, where: chosen };
}

function compilePart(
  rule: ContradictionRule,
  part: "where" | "when",
  variables: Variables,
): CompiledRule | RuleSetFault {
  const compiled = compileRule({ text: rule[part] ?? "true", variables });
  return isRuleFault(compiled) ? { ...compiled, rule: rule.id, part } : compiled;
}
