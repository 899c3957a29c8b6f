import type { CompiledRule } from "@mingbai/rules/compile-rule";
import type { FaultCode, RuleFault } from "@mingbai/rules/fault";
import { compileRules } from "../compare/compile-rules.ts";
import type { ContradictionRules } from "../compare/rule-set.ts";
import { compilePolicy, formulaId } from "../policy/compile-policy.ts";
import type { EntryPolicy } from "../policy/entry-policy.ts";
import type { FormDefinition, SubjectKind } from "./definition.ts";
import { findField } from "./find-field.ts";
import { isAlike } from "./is-alike.ts";
import { ruleRecordOf } from "./rule-record.ts";

/** Something published that cannot be judged over a form. */
export interface RuleMisfit {
  /** A contradiction rule, a field that is taken from departments, or a condition of the policy. */
  readonly of: "rule" | "take" | "policy";
  /** Its id; of a field that is taken, the field's. */
  readonly id: string;
  /** The field that is gone or another; "" where it is about none. */
  readonly field: string;
  readonly fault: FaultCode;
  readonly en: string;
  readonly zh: string;
}

/** A form, and the one before it over which everything published could be judged. */
export interface NextForm {
  readonly before: FormDefinition;
  readonly next: FormDefinition;
}

/**
 * What of the contradiction rules and of the policy could not be judged any more if the form `next` came after `before`, in
 * their order. Pure: members judge a vote by it.
 */
export function findRuleMisfits(
  forms: NextForm,
  { rules, policy }: { readonly rules: ContradictionRules; readonly policy: EntryPolicy },
): readonly RuleMisfit[] {
  return [...ruleMisfits(forms, rules), ...takeMisfits(forms, rules), ...policyMisfits(forms, policy)];
}

function ruleMisfits({ before, next }: NextForm, set: ContradictionRules): RuleMisfit[] {
  return set.rules.flatMap((rule): RuleMisfit[] => {
    const alone = { ...set, rules: [rule], takes: [] };
    const ready = compileRules(alone, next);
    if (!("fault" in ready)) return [];
    const was = compileRules(alone, before);
    const read = "fault" in was ? [] : was.rules.flatMap(({ when, where, names }) => readsOf([when, where, names]));
    return [misfit({ of: "rule", id: rule.id }, ready, fieldOf({ before, next }, read, ready))];
  });
}

function takeMisfits({ next }: NextForm, set: ContradictionRules): RuleMisfit[] {
  return set.takes.flatMap((take): RuleMisfit[] => {
    const { of, field } = take;
    if (findField(next, of, field) === undefined) return [misfit({ of: "take", id: field }, goneFault(field), field)];
    const ready = compileRules({ ...set, rules: [], takes: [take] }, next);
    return "fault" in ready ? [misfit({ of: "take", id: field }, ready, field)] : [];
  });
}

function policyMisfits({ before, next }: NextForm, policy: EntryPolicy): RuleMisfit[] {
  const ready = compilePolicy(policy, next);
  if (!("fault" in ready)) return [];
  const was = compilePolicy(policy, before);
  const conditions = "fault" in was ? [] : [...was.entry, ...was.exit];
  const read = conditions
    .filter(({ condition }) => condition.id === ready.condition)
    .flatMap(({ when, names }) => readsOf([when, names]));
  const id = { of: "policy", id: ready.condition } as const;
  return [misfit(id, ready, ready.condition === formulaId ? ready.name : fieldOf({ before, next }, read, ready))];
}

function readsOf(
  parts: readonly (CompiledRule | undefined | readonly { readonly rule: CompiledRule }[])[],
): readonly string[] {
  return parts.flatMap((part) => {
    if (part === undefined) return [];
    return "reads" in part ? part.reads : part.flatMap(({ rule }) => rule.reads);
  });
}

const roots: Readonly<Record<string, SubjectKind>> = { h: "household", p: "person", "people[]": "person" };

/** The first field that the rule reads and that is not what it was; else what the fault names. */
function fieldOf({ before, next }: NextForm, reads: readonly string[], { name }: RuleFault): string {
  const changed = reads.find((path) => {
    const [root = "", field = ""] = path.split(".");
    const of = roots[root];
    return of !== undefined && !isAlike(ruleRecordOf(before, of).fields[field], ruleRecordOf(next, of).fields[field]);
  });
  return (changed ?? name).split(".").at(-1) ?? "";
}

function misfit(of: Pick<RuleMisfit, "of" | "id">, { fault, en, zh }: RuleFault, field: string): RuleMisfit {
  return { ...of, field, fault, en, zh };
}

function goneFault(field: string): RuleFault {
  return {
    fault: "UNKNOWN_NAME",
    at: 0,
    name: field,
    en: `The form has no field ${field}.`,
    zh: `表单里没有“${field}”这一项`,
  };
}
