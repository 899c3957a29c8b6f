import { defineEvent } from "@mingbai/ledger/definition/event";
import { unconfirmedKeyTable } from "../tables.ts";

/** An administrator has seen the passkey. */
export const keyConfirmed = defineEvent<{ keyId: string; account: string }>(
  "identity.keyConfirmed",
  (state, { keyId }) => state.table(unconfirmedKeyTable).delete(keyId),
);
