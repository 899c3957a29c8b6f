/** What the members of a ledger bring about by vote: the next policy of entry and exit, the next form of household files. The vote itself is governance's. */
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import type { FormDefinition } from "./content/form/definition.ts";
import { findFormFaults } from "./content/form/find-form-faults.ts";
import { compilePolicy } from "./content/policy/compile-policy.ts";
import type { EntryPolicy } from "./content/policy/entry-policy.ts";
import { formSet } from "./events/form-set.ts";
import { policySet } from "./events/policy-set.ts";
import { formInForce, policyInForce } from "./reads.ts";
import { refuse } from "./refusals.ts";

/** The event that puts a policy in force, or why it cannot be: it is not the next version, or a condition cannot be judged. */
export function judgePolicy(state: State, policy: EntryPolicy): readonly Event[] | Refusal {
  const next = policyInForce(state).version + 1;
  if (policy.version !== next) return refuse("POLICY_VERSION", { next });
  const ready = compilePolicy(policy, formInForce(state));
  if ("fault" in ready) return refuse("POLICY_FAULT", { condition: ready.condition, fault: ready.fault });
  return [policySet({ policy })];
}

/**
 * The event that puts a form in force, or why it cannot be: it is not the next version, what files say would no longer be read
 * or mean something else, or a rule, one of the policy's included, cannot be judged over it.
 */
export function judgeForm(state: State, form: FormDefinition): readonly Event[] | Refusal {
  const before = formInForce(state);
  const next = before.version + 1;
  if (form.version !== next) return refuse("FORM_VERSION", { next });
  const [fault] = findFormFaults(before, form);
  if (fault !== undefined) return refuse("FORM_FAULT", { at: fault.at, fault: fault.fault });
  const policy = compilePolicy(policyInForce(state), form);
  if ("fault" in policy) return refuse("FORM_FAULT", { at: policy.condition, fault: policy.fault });
  return [formSet({ form })];
}
