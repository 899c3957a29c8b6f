import { keyTable } from "@mingbai/ledger/authority/key";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { accountKeysTable, unconfirmedKeyTable } from "../tables.ts";

/** `scheme` is the scheme's number; `oldKeyId` the key that this one follows; `unconfirmed`: a passkey that nobody but its owner has seen. */
export const keyRegistered = defineEvent<{
  keyId: string;
  account: string;
  scheme: number;
  publicKey: string;
  fromHeight: number;
  oldKeyId?: string;
  unconfirmed?: true;
}>("identity.keyRegistered", (state, { keyId, account, scheme, publicKey, fromHeight, unconfirmed }, { height }) => {
  state.table(keyTable).set(keyId, { scheme, publicKey, account, fromHeight });
  const before = state.table(accountKeysTable).find(account)?.keys ?? [];
  const living = before.filter((one) => (state.table(keyTable).find(one)?.untilHeight ?? height + 1) > height);
  if (unconfirmed === true) state.table(unconfirmedKeyTable).set(keyId, { account });
  state.table(accountKeysTable).set(account, { keys: [...living, keyId] });
});
