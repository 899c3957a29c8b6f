import { defineEvent } from "@mingbai/ledger/definition/event";
import { recoveredTable, recoveryTable } from "../tables.ts";

/**
 * done: the new key has taken over. stopped: somebody said no. lapsed: nobody approved in time, or the key's number was
 * taken meanwhile.
 */
export const recoveryEnded = defineEvent<{ account: string; outcome: "done" | "stopped" | "lapsed" }>(
  "identity.recoveryEnded",
  (state, { account, outcome }, { timeMs }) => {
    state.table(recoveryTable).delete(account);
    if (outcome === "done") state.table(recoveredTable).set(account, { timeMs });
  },
);
