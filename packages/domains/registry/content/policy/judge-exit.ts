import { monthsBetween } from "../facts/months-between.ts";
import type { ReadyPolicy } from "./compile-policy.ts";
import { judgeConditions, type PolicyCase } from "./judge-conditions.ts";
import type { Judgement } from "./judgement.ts";
import { type IncomeFinding, steadyMonths } from "./steady-months.ts";

export interface ExitCase extends PolicyCase {
  /** What was counted since the household is monitored, in any order. */
  readonly findings: readonly IncomeFinding[];
  /** YYYY-MM-DD since when it is monitored; absent: nobody says. */
  readonly monitoredOn?: string;
}

/** Whether a policy lets a household leave, condition by condition: `lasted` is how long each has, `needs` how long it must. */
export function judgeExit({ policy, exit }: ReadyPolicy, { findings, monitoredOn, ...question }: ExitCase): Judgement {
  const { incomeMonths, observationMonths } = policy.exit;
  const { day } = question;
  const lasted = {
    incomeMonths: steadyMonths(findings, policy.incomeLine, day),
    observationMonths: monitoredOn === undefined ? undefined : monthsBetween(monitoredOn, day),
  };
  return judgeConditions(exit, policy, { ...question, lasted, needs: { incomeMonths, observationMonths } });
}
