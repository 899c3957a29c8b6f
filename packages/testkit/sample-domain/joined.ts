import { keyTable } from "@mingbai/ledger/authority/key";
import { actorTable, type Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";

/** Somebody with one key, in force from `fromHeight` up to and without `untilHeight`. */
export const joined = defineEvent<{
  account: string;
  keyId: string;
  publicKey: string;
  scheme: number;
  organisation: string;
  roles: readonly Role[];
  fromHeight: number;
  untilHeight?: number;
}>("sample.joined", (state, { keyId, organisation, roles, ...key }) => {
  state.table(keyTable).set(keyId, key);
  state.table(actorTable).set(key.account, { organisation, grants: roles.map((role) => ({ role, fromMs: 0 })) });
});
