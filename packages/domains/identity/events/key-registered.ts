import { keyTable } from "@mingbai/ledger/authority/key";
import { defineEvent } from "@mingbai/ledger/definition/event";

/** `scheme` is the scheme's number; `oldKeyId` the key that this one follows. */
export const keyRegistered = defineEvent<{
  keyId: string;
  account: string;
  scheme: number;
  publicKey: string;
  fromHeight: number;
  oldKeyId?: string;
}>("identity.keyRegistered", (state, { keyId, account, scheme, publicKey, fromHeight }) => {
  state.table(keyTable).set(keyId, { scheme, publicKey, account, fromHeight });
});
