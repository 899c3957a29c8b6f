import { keyTable } from "@mingbai/ledger/authority/key";
import { defineEvent } from "@mingbai/ledger/definition/event";

export const keyRevoked = defineEvent<{ keyId: string; account: string; untilHeight: number }>(
  "identity.keyRevoked",
  (state, { keyId, untilHeight }) => {
    const key = state.table(keyTable).find(keyId);
    if (key === undefined) throw new Error(`key ${keyId} is not registered`);
    state.table(keyTable).set(keyId, { ...key, untilHeight });
  },
);
