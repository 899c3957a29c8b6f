import { formulaText } from "@mingbai/measures/income/formula-text";
import { isBelowLine } from "@mingbai/measures/income/net-income";
import { isRuleFault } from "@mingbai/rules/fault";
import { fillWords } from "../compare/fill-words.ts";
import { computeNames } from "../compare/named-values.ts";
import type { Verdict } from "../compare/verdict.ts";
import type { HouseholdValues } from "../file/household-values.ts";
import type { ReadyCondition } from "./compile-policy.ts";
import type { EntryPolicy } from "./entry-policy.ts";
import { fileIncome } from "./file-income.ts";
import type { JudgedCondition, Judgement, Outcome } from "./judgement.ts";

/** As much of a verdict as a policy asks about. */
export interface OpenReasons {
  readonly reasons: readonly Pick<Verdict["reasons"][number], "level" | "isOpposite">[];
}

/** A household that a policy is asked about. */
export interface PolicyCase {
  readonly file: HouseholdValues;
  /** What departments' facts came to; conditions about reasons are unknown without it. */
  readonly verdict?: OpenReasons;
  /** YYYY-MM-DD */
  readonly day: string;
}

/** Each condition by itself, with its values and words, and what all of them come to. */
export function judgeConditions(
  conditions: readonly ReadyCondition[],
  policy: EntryPolicy,
  { file, verdict, day, ...lasting }: PolicyCase & Readonly<Record<string, unknown>>,
): Judgement {
  const income = fileIncome(policy, file);
  const bindings = {
    ...lasting,
    h: file.values,
    people: file.people.map(({ values }) => values),
    day,
    line: policy.incomeLine,
    income: income && {
      perPerson: income.perPersonFen,
      net: income.netFen,
      total: income.incomeFen,
      people: income.people,
      isBelow: isBelowLine(income, policy.incomeLine),
    },
    reasons: verdict && { red: countAt(verdict, "red"), yellow: countAt(verdict, "yellow") },
  };
  const judged = conditions.map((condition) => judgeCondition(condition, bindings));
  return {
    version: policy.version,
    day,
    outcome: outcomeOf(judged),
    ...(income !== undefined && { income, formula: formulaText(income) }),
    conditions: judged,
  };
}

function countAt({ reasons }: OpenReasons, level: "red" | "yellow"): number {
  return reasons.filter((reason) => reason.level === level && !reason.isOpposite).length;
}

function judgeCondition(
  { condition, when, names }: ReadyCondition,
  bindings: Readonly<Record<string, unknown>>,
): JudgedCondition {
  const { id, title, says } = condition;
  const outcome = when.evaluate(bindings);
  const named = computeNames(names, bindings);
  const told = { id, title, named, words: fillWords(says, names, named) };
  if (isRuleFault(outcome)) return { ...told, outcome: "unknown", fault: outcome };
  return { ...told, outcome: outcome.value === true ? "holds" : "fails" };
}

function outcomeOf(conditions: readonly JudgedCondition[]): Outcome {
  if (conditions.some(({ outcome }) => outcome === "fails")) return "fails";
  return conditions.every(({ outcome }) => outcome === "holds") ? "holds" : "unknown";
}
