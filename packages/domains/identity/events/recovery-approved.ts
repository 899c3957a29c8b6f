import { defineEvent } from "@mingbai/ledger/definition/event";
import { recoveryTable } from "../tables.ts";

/** The new key takes over at `effectMs`, unless somebody stops it. */
export const recoveryApproved = defineEvent<{ account: string; keyId: string; effectMs: number }>(
  "identity.recoveryApproved",
  (state, { account, effectMs }) => {
    const row = state.table(recoveryTable).find(account);
    if (row === undefined) throw new Error(`no recovery of account ${account} is under way`);
    state.table(recoveryTable).set(account, { ...row, effectMs });
  },
);
