import { defineEvent } from "@mingbai/ledger/definition/event";
import { sealingKeyTable } from "../tables.ts";

export const sealingKeyRegistered = defineEvent<{ account: string; publicKey: string }>(
  "identity.sealingKeyRegistered",
  (state, { account, publicKey }, moment) => {
    state.table(sealingKeyTable).set(account, { publicKey, fromHeight: moment.height });
  },
);
