import { type CompiledRule, compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { RecordType, Variables } from "@mingbai/rules/rule-type";
import { peoplePerHouseholdMax } from "../../schema.ts";
import { type CompiledName, compileNames } from "../compare/named-values.ts";
import type { FormDefinition } from "../form/definition.ts";
import { findField } from "../form/find-field.ts";
import { ruleRecordOf } from "../form/rule-record.ts";
import type { EntryPolicy, PolicyCondition } from "./entry-policy.ts";

export interface ReadyCondition {
  readonly condition: PolicyCondition;
  readonly when: CompiledRule;
  readonly names: readonly CompiledName[];
}

/** A policy ready to judge many households. */
export interface ReadyPolicy {
  readonly policy: EntryPolicy;
  readonly entry: readonly ReadyCondition[];
  readonly exit: readonly ReadyCondition[];
}

/** In the place of a condition: the formula adds or takes off what is no amount of a household. */
export const formulaId = "formula";

/** Why a policy cannot be used: which condition, and what is wrong there. */
export interface PolicyFault extends RuleFault {
  readonly condition: string;
}

/** What the formula gives, in fen of a year; absent where the file says no income. */
const incomeRecord: RecordType = {
  fields: { perPerson: "int", net: "int", total: "int", people: "int", isBelow: "bool" },
};
/** Open reasons of the comparison with what departments know; absent where nothing was compared. */
const reasonsRecord: RecordType = { fields: { red: "int", yellow: "int" } };
/** Full months; and what the policy asks. */
const monthsRecord: RecordType = { fields: { incomeMonths: "int", observationMonths: "int" } };

/** A policy over the files of this form, or its first fault. */
export function compilePolicy(policy: EntryPolicy, form: FormDefinition): ReadyPolicy | PolicyFault {
  const wrong = findFormulaFault(policy, form);
  if (wrong !== undefined) return wrong;
  const variables: Variables = {
    h: ruleRecordOf(form, "household"),
    people: { list: ruleRecordOf(form, "person"), itemsMax: peoplePerHouseholdMax },
    day: "day",
    line: "int",
    income: incomeRecord,
    reasons: reasonsRecord,
  };
  const entry = readyConditions(policy.conditions, variables);
  if ("fault" in entry) return entry;
  const exit = readyConditions(policy.exit.conditions, { ...variables, lasted: monthsRecord, needs: monthsRecord });
  return "fault" in exit ? exit : { policy, entry, exit };
}

function findFormulaFault({ formula }: EntryPolicy, form: FormDefinition): PolicyFault | undefined {
  const kinds = [...formula.adds, ...formula.deducts].map(({ kind }) => kind);
  const name = kinds.find((kind) => findField(form, "household", kind)?.of.type !== "money");
  if (name === undefined) return undefined;
  const fault = findField(form, "household", name) === undefined ? "UNKNOWN_NAME" : "WRONG_TYPE";
  const en = `The formula names ${name}, which is no amount of a household.`;
  return { condition: formulaId, fault, at: 0, name, en, zh: `公式里的“${name}”不是户的金额项` };
}

function readyConditions(conditions: readonly PolicyCondition[], variables: Variables): ReadyCondition[] | PolicyFault {
  const ready: ReadyCondition[] = [];
  for (const condition of conditions) {
    const when = compileRule({ text: condition.when, variables });
    if (isRuleFault(when)) return { ...when, condition: condition.id };
    const names = compileNames(condition.names ?? {}, variables);
    if (!Array.isArray(names)) return { ...names, condition: condition.id };
    ready.push({ condition, when, names });
  }
  return ready;
}
