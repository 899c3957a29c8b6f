import type { ReadyPolicy } from "./compile-policy.ts";
import { judgeConditions, type PolicyCase } from "./judge-conditions.ts";
import type { Judgement } from "./judgement.ts";

/** Whether a policy takes a household in, condition by condition. A person decides; this is what they decide upon. */
export function judgeEntry({ policy, entry }: ReadyPolicy, question: PolicyCase): Judgement {
  return judgeConditions(entry, policy, { ...question });
}
