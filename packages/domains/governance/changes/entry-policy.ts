import { isRefusal } from "@mingbai/ledger/refusal";
import { judgePolicy } from "@mingbai/registry/effects";
import { policyInForce } from "@mingbai/registry/reads";
import type { Change } from "../schema.ts";
import type { Plan } from "./plan.ts";

/** Who is taken into monitoring and who leaves it: the next policy, by which cases go that begin from then on. */
export function entryPolicyPlan({ policy }: Extract<Change, { kind: "entryPolicy" }>): Plan {
  return {
    rule: "parameter",
    findRefusal(state) {
      const judged = judgePolicy(state, policy);
      return isRefusal(judged) ? judged : undefined;
    },
    before: (state) => ({ policy: policyInForce(state) }),
    events(state) {
      const judged = judgePolicy(state, policy);
      if (isRefusal(judged)) throw new Error(`a policy is voted that cannot be: ${judged.refused}`);
      return judged;
    },
  };
}
