import { defineEvent } from "@mingbai/ledger/definition/event";
import { setRulesVersion } from "@mingbai/ledger/genesis/rules-version";

/** From the next block on the ledger is executed by this version of its rules. */
export const rulesVersionSet = defineEvent<{ version: number }>(
  "governance.rulesVersionSet",
  (state, { version }, moment) => setRulesVersion(state, version, moment),
);
