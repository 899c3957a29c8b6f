import { defineEvent } from "@mingbai/ledger/definition/event";
import type { EntryPolicy } from "../content/policy/entry-policy.ts";
import { policyTable } from "../tables.ts";

/** Members have voted the next policy. Cases that began under an earlier one end under it. */
export const policySet = defineEvent<{ policy: EntryPolicy }>("registry.policySet", (state, { policy }) => {
  state.table(policyTable).set(String(policy.version), { policy });
});
