/** Pure questions to the state, for other domains and for this one's own commands. */
import type { State } from "@mingbai/ledger/state/state";
import { countyForm } from "./content/form/county/county-form.ts";
import type { FormDefinition } from "./content/form/definition.ts";
import { countyPolicy } from "./content/policy/county/county-policy.ts";
import type { EntryPolicy } from "./content/policy/entry-policy.ts";
import { formTable, policyTable } from "./tables.ts";

/** The policy of entry and exit in force: versions follow one another, the last one counts. */
export function policyInForce(state: State): EntryPolicy {
  return policyOf(state, countyPolicy.version + state.table(policyTable).size);
}

/** A policy that is or was in force. */
export function policyOf(state: State, version: number): EntryPolicy {
  if (version === countyPolicy.version) return countyPolicy;
  const row = state.table(policyTable).find(String(version));
  if (row === undefined) throw new Error(`there is no policy ${version}`);
  return row.policy;
}

/** The form that household files are filled in by today: versions follow one another, the last one counts. */
export function formInForce(state: State): FormDefinition {
  const version = countyForm.version + state.table(formTable).size;
  if (version === countyForm.version) return countyForm;
  const row = state.table(formTable).find(String(version));
  if (row === undefined) throw new Error(`there is no form ${version}`);
  return row.form;
}
