import type { Role, RoleGrant } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";
import { endingAt } from "../grants/without-roles.ts";

/** At `atMs` the roles end for `account`, and `grants` are what `to` has of them from there. */
export const rolesHandedOver = defineEvent<{
  account: string;
  to: string;
  roles: readonly Role[];
  atMs: number;
  grants: readonly RoleGrant[];
}>("identity.rolesHandedOver", (state, { account, to, roles, atMs, grants }, moment) => {
  changeActor(state, account, moment, { grants: endingAt(getActor(state, account).grants, roles, atMs) });
  changeActor(state, to, moment, { grants: [...getActor(state, to).grants, ...grants] });
});
