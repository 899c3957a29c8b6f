/** What the members of a ledger bring about by vote: the next policy of entry and exit, the next form of household files. The vote itself is governance's. */
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import { rulesVersionInForce } from "@mingbai/ledger/genesis/rules-version";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { contradictionsOf } from "./content/compare/county/rules-of-version.ts";
import type { FormDefinition } from "./content/form/definition.ts";
import { findFormFaults } from "./content/form/find-form-faults.ts";
import { findRuleMisfits, type RuleMisfit } from "./content/form/find-rule-misfits.ts";
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
 * The event that puts a form in force, or why it cannot be: it is not the next version, a contradiction rule or the policy in
 * force cannot be judged over it, what files say would no longer be read or mean something else, or one of its own rules is none.
 */
export function judgeForm(state: State, form: FormDefinition, { height }: Moment): readonly Event[] | Refusal {
  const before = formInForce(state);
  const next = before.version + 1;
  if (form.version !== next) return refuse("FORM_VERSION", { next });
  const rules = contradictionsOf(rulesVersionInForce(state, height));
  const [misfit] = findRuleMisfits({ before, next: form }, { rules, policy: policyInForce(state) });
  if (misfit !== undefined) return refuseMisfit(misfit);
  const [fault] = findFormFaults(before, form);
  if (fault !== undefined) return refuse("FORM_FAULT", { at: fault.at, fault: fault.fault });
  return [formSet({ form })];
}

function refuseMisfit({ of, id, field, fault }: RuleMisfit): Refusal {
  switch (of) {
    case "policy":
      return refuse("FORM_POLICY_UNJUDGED", { condition: id, field, fault });
    case "rule":
    case "take":
      return refuse("FORM_RULE_UNJUDGED", { rule: id, field, fault });
  }
}
