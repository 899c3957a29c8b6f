import type { VotedChange } from "../schema.ts";
import { entryPolicyPlan } from "./entry-policy.ts";
import { confirmFreezePlan, liftFreezePlan } from "./freezes.ts";
import { handOverPlan } from "./hand-over.ts";
import { householdFormPlan } from "./household-form.ts";
import { admitMemberPlan, removeMemberPlan } from "./members.ts";
import { parameterPlan } from "./parameter.ts";
import type { Plan } from "./plan.ts";
import { roleScopePlan } from "./role-scope.ts";
import { rosterPlan } from "./roster.ts";
import { rulePlan } from "./rule.ts";
import { tiePlan } from "./tie.ts";

/** What a change means. `chain`: of the ledger that it is proposed on. */
export function planOf(change: VotedChange, chain: Uint8Array): Plan {
  switch (change.kind) {
    case "roster":
      return rosterPlan(change);
    case "handOver":
      return handOverPlan(change);
    case "parameter":
      return parameterPlan(change);
    case "rule":
      return rulePlan(change);
    case "admitMember":
      return admitMemberPlan(change);
    case "removeMember":
      return removeMemberPlan(change);
    case "roleScope":
      return roleScopePlan(change);
    case "tie":
      return tiePlan(change.tie, chain);
    case "entryPolicy":
      return entryPolicyPlan(change);
    case "householdForm":
      return householdFormPlan(change);
    case "confirmFreeze":
      return confirmFreezePlan(change);
    case "liftFreeze":
      return liftFreezePlan(change);
  }
}
