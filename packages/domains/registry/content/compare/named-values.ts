import { type CompiledRule, compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { ScalarType, Variables } from "@mingbai/rules/rule-type";
import type { NamedValues, ShownAs } from "./rule-set.ts";

export interface CompiledName {
  readonly name: string;
  readonly as: ShownAs;
  readonly rule: CompiledRule;
}

/** Values that words are filled with, by name. What is not known is not there. */
export type Named = { readonly [name: string]: string | number };

const given: Readonly<Record<ShownAs, ScalarType>> = {
  text: "string",
  code: "string",
  day: "day",
  count: "int",
  fen: "int",
  hundredths: "int",
};

/** The names of a rule ready to be computed, or the first that is no rule. */
export function compileNames(names: NamedValues, variables: Variables): CompiledName[] | RuleFault {
  const compiled: CompiledName[] = [];
  for (const [name, { is, as }] of Object.entries(names)) {
    const rule = compileRule({ text: is, variables, gives: given[as] });
    if (isRuleFault(rule)) return rule;
    compiled.push({ name, as, rule });
  }
  return compiled;
}

export function computeNames(names: readonly CompiledName[], bindings: Readonly<Record<string, unknown>>): Named {
  const named: { [name: string]: string | number } = {};
  for (const { name, rule } of names) {
    const outcome = rule.evaluate(bindings);
    if (!isRuleFault(outcome) && typeof outcome.value !== "boolean") named[name] = outcome.value;
  }
  return named;
}
