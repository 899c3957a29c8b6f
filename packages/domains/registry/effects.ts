/** What the members of a ledger bring about by vote: the next policy of entry and exit. The vote itself is governance's. */
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { countyForm } from "./content/form/county/county-form.ts";
import { compilePolicy } from "./content/policy/compile-policy.ts";
import type { EntryPolicy } from "./content/policy/entry-policy.ts";
import { policySet } from "./events/policy-set.ts";
import { policyInForce } from "./reads.ts";
import { refuse } from "./refusals.ts";

/** The event that puts a policy in force, or why it cannot be: it is not the next version, or a condition cannot be judged. */
export function judgePolicy(state: State, policy: EntryPolicy): readonly Event[] | Refusal {
  const next = policyInForce(state).version + 1;
  if (policy.version !== next) return refuse("POLICY_VERSION", { next });
  const ready = compilePolicy(policy, countyForm);
  if ("fault" in ready) return refuse("POLICY_FAULT", { condition: ready.condition, fault: ready.fault });
  return [policySet({ policy })];
}
