import { keyTable } from "@mingbai/ledger/authority/key";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { accountKeysTable } from "../tables.ts";

/** `scheme` is the scheme's number; `oldKeyId` the key that this one follows. */
export const keyRegistered = defineEvent<{
  keyId: string;
  account: string;
  scheme: number;
  publicKey: string;
  fromHeight: number;
  oldKeyId?: string;
}>("identity.keyRegistered", (state, { keyId, account, scheme, publicKey, fromHeight }, { height }) => {
  state.table(keyTable).set(keyId, { scheme, publicKey, account, fromHeight });
  const before = state.table(accountKeysTable).find(account)?.keys ?? [];
  const living = before.filter((one) => (state.table(keyTable).find(one)?.untilHeight ?? height + 1) > height);
  state.table(accountKeysTable).set(account, { keys: [...living, keyId] });
});
