import { type CompiledRule, compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { ScalarType, Variables } from "@mingbai/rules/rule-type";
import type { FactTrust } from "../facts/fact-trust.ts";
import type { FormDefinition, SubjectKind } from "../form/definition.ts";
import { ruleRecordOf } from "../form/rule-record.ts";
import { type CompiledName, compileNames } from "./named-values.ts";
import type { ContradictionRule, ContradictionRules, LookedAt, TakenValue } from "./rule-set.ts";
import { type RuleVariables, variablesOf } from "./variables.ts";

/** Which facts a rule or value is about. */
export interface ReadyChoice {
  readonly kinds: ReadonlySet<LookedAt>;
  readonly where?: CompiledRule;
}

export interface ReadyRule extends ReadyChoice {
  readonly rule: ContradictionRule;
  readonly when: CompiledRule;
  readonly names: readonly CompiledName[];
}

export interface ReadyTake extends ReadyChoice {
  readonly take: TakenValue;
  readonly is: CompiledRule;
}

/** A rule set ready to compare many households. */
export interface ReadyRules {
  readonly version: number;
  readonly trust: FactTrust;
  readonly limits: Readonly<Record<string, unknown>>;
  readonly rules: readonly ReadyRule[];
  readonly takes: readonly ReadyTake[];
}

/** Why a rule set cannot be used: which rule, or field that is taken, which part of it, and what is wrong there. */
export interface RuleSetFault extends RuleFault {
  readonly rule: string;
  readonly part: "where" | "when" | "names" | "is";
}

/** Rules over the files of this form, or the first fault. */
export function compileRules(set: ContradictionRules, form: FormDefinition): ReadyRules | RuleSetFault {
  const { version, trust, parameters } = set;
  const variables: Readonly<Record<SubjectKind, RuleVariables>> = {
    household: variablesOf({ form, parameters }, "household"),
    person: variablesOf({ form, parameters }, "person"),
  };
  const rules: ReadyRule[] = [];
  for (const rule of set.rules) {
    const ready = readyRule(rule, variables[rule.of]);
    if ("fault" in ready) return ready;
    rules.push(ready);
  }
  const takes: ReadyTake[] = [];
  for (const take of set.takes) {
    const ready = readyTake(take, variables[take.of], form);
    if ("fault" in ready) return ready;
    takes.push(ready);
  }
  const limits = Object.fromEntries(parameters.map(({ id, value }) => [id, value]));
  return { version, trust, limits, rules, takes };
}

function readyRule(rule: ContradictionRule, { when, where }: RuleVariables): ReadyRule | RuleSetFault {
  const choice = readyChoice(rule.id, rule, where);
  if ("fault" in choice) return choice;
  const condition = compileRule({ text: rule.when, variables: when });
  if (isRuleFault(condition)) return { ...condition, rule: rule.id, part: "when" };
  const names = compileNames(rule.names ?? {}, when);
  if (!Array.isArray(names)) return { ...names, rule: rule.id, part: "names" };
  return { ...choice, rule, when: condition, names };
}

function readyTake(take: TakenValue, { when, where }: RuleVariables, form: FormDefinition): ReadyTake | RuleSetFault {
  const choice = readyChoice(take.field, take, where);
  if ("fault" in choice) return choice;
  const is = compileRule({ text: take.is, variables: when, gives: typeOf(take, form) });
  return isRuleFault(is) ? { ...is, rule: take.field, part: "is" } : { ...choice, take, is };
}

function readyChoice(
  rule: string,
  { facts, where }: { readonly facts: readonly LookedAt[]; readonly where?: string | undefined },
  variables: Variables,
): ReadyChoice | RuleSetFault {
  const kinds = new Set(facts);
  if (where === undefined) return { kinds };
  const compiled = compileRule({ text: where, variables });
  return isRuleFault(compiled) ? { ...compiled, rule, part: "where" } : { kinds, where: compiled };
}

/** What the field holds; a field of several values, or none of the form, takes nothing but a text, which it refuses. */
function typeOf({ of, field }: TakenValue, form: FormDefinition): ScalarType {
  const type = ruleRecordOf(form, of).fields[field];
  return typeof type === "string" ? type : "string";
}
