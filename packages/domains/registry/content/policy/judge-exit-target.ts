import { failedIn, type Target } from "./compare-targets.ts";
import type { ReadyPolicy } from "./compile-policy.ts";
import { type FileHistory, incomeFindings } from "./income-findings.ts";
import type { PolicyCase } from "./judge-conditions.ts";
import { judgeExit } from "./judge-exit.ts";
import { holdYardsticks } from "./yardsticks.ts";

/** A household that is monitored, and what tells for how long its income has been what it is. */
export interface Leaving extends Omit<PolicyCase, "file">, FileHistory {
  /** YYYY-MM-DD since when it is monitored; absent: nobody says. */
  readonly monitoredOn?: string;
}

/** Whether two policies let a household leave, beside the yardsticks: the same as `judgeTarget` says of taking one in. */
export function judgeExitTarget(
  household: string,
  leaving: Leaving,
  { a, b }: { a: ReadyPolicy; b: ReadyPolicy },
): Target {
  const judgeBy = (ready: ReadyPolicy) =>
    judgeExit(ready, { ...leaving, findings: incomeFindings(ready.policy, leaving) });
  const [byA, byB] = [judgeBy(a), judgeBy(b)];
  return {
    household,
    a: byA.outcome,
    b: byB.outcome,
    keptOutOfA: failedIn(byA),
    keptOutOfB: failedIn(byB),
    yardsticks: holdYardsticks(b.policy, leaving.file, leaving.day),
  };
}
