import type { RoleGrant } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { setActor } from "../grants/change-actor.ts";

export const actorRegistered = defineEvent<{ account: string; organisation: string; grants: readonly RoleGrant[] }>(
  "identity.actorRegistered",
  (state, { account, ...row }) => setActor(state, account, row),
);
