import { buildRule } from "./build/build-rule.ts";
import type { Built } from "./build/built.ts";
import { fit } from "./build/fit.ts";
import type { Plan } from "./build/scope.ts";
import { Stopped } from "./build/stopped.ts";
import { checkVariables } from "./check-variables.ts";
import type { RuleFault } from "./fault.ts";
import { readRule } from "./language/read-rule.ts";
import { RuleError } from "./language/rule-error.ts";
import { rulesLanguageVersion, stepsMax } from "./limits.ts";
import type { ScalarType, Variables } from "./rule-type.ts";

export interface RuleText {
  readonly text: string;
  readonly variables: Variables;
  /** What the rule must give; a condition, unless told. */
  readonly gives?: ScalarType;
}

/** Values by the names of the variables; others are ignored. Absent ones are `undefined`, `null` or left out. */
export type Bindings = Readonly<Record<string, unknown>>;

/** Safe integers, never fractions; days are texts. */
export type RuleValue = boolean | number | string;

export interface CompiledRule {
  readonly text: string;
  readonly version: number;
  readonly gives: ScalarType;
  /** The most steps that one evaluation can take; at most `stepsMax`. */
  readonly steps: number;
  /** What the rule can read, as `day` or `members[].birth`, in the order in which it names them. */
  readonly reads: readonly string[];
  /** The same for the same values, always. Reads bindings, never writes them; never throws for what they hold. */
  evaluate(bindings: Bindings): RuleOutcome;
}

export type RuleOutcome = { readonly value: RuleValue } | RuleFault;

/** A rule ready to be evaluated often, or why its text is none for these variables. The language: README.md. */
export function compileRule({ text, variables, gives = "bool" }: RuleText): CompiledRule | RuleFault {
  try {
    checkVariables(variables);
    const { built, plan } = buildRule(readRule(text), variables);
    const whole = fit(built, gives, 0);
    refuseCostly(whole.steps);
    const evaluate = evaluation(whole, plan);
    return { text, version: rulesLanguageVersion, gives, steps: whole.steps, reads: [...plan.reads], evaluate };
  } catch (error) {
    if (error instanceof RuleError) return error.found;
    throw error;
  }
}

function evaluation({ run }: Built, { variables, slots }: Plan): (bindings: Bindings) => RuleOutcome {
  const loads = [...variables];
  return (bindings) => {
    const frame = new Array<unknown>(slots);
    for (const [name, slot] of loads) frame[slot] = bindings[name];
    const value = run(frame);
    return value instanceof Stopped ? value.fault : { value: value as RuleValue };
  };
}

function refuseCostly(steps: number): void {
  if (steps <= stepsMax) return;
  throw new RuleError("TOO_COSTLY", 0, "", {
    en: `The rule could take ${steps} steps; ${stepsMax} are allowed. Fewer lists inside of lists make it cheaper.`,
    zh: `这条规则最多要走 ${steps} 步，上限是 ${stepsMax} 步。列表里少套列表就会省下来。`,
  });
}
