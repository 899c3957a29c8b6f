import { defineEvent } from "@mingbai/ledger/definition/event";
import { recoveryTable } from "../tables.ts";

/** `scheme` is the scheme's number; `by` the proposer, for `organisation`. */
export const recoveryProposed = defineEvent<{
  account: string;
  keyId: string;
  scheme: number;
  publicKey: string;
  by: string;
  organisation: string;
}>("identity.recoveryProposed", (state, { account, by, organisation, ...key }, { timeMs }) => {
  state.table(recoveryTable).set(account, { key, proposedBy: by, organisation, proposedMs: timeMs });
});
