import type { Role, RoleGrant } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";

/** One grant for each of `roles`. */
export const rolesGranted = defineEvent<{ account: string; roles: readonly Role[]; grants: readonly RoleGrant[] }>(
  "identity.rolesGranted",
  (state, { account, grants }, moment) =>
    changeActor(state, account, moment, { grants: [...getActor(state, account).grants, ...grants] }),
);
