import type { Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";
import { withoutRoles } from "../grants/without-roles.ts";

/** From this block on. Everywhere, or only in `area`; held in one's own name, or as deputy of `deputyOf`. */
export const rolesWithdrawn = defineEvent<{
  account: string;
  roles: readonly Role[];
  area?: string;
  deputyOf?: string;
}>("identity.rolesWithdrawn", (state, { account, ...which }, moment) =>
  changeActor(state, account, moment, { grants: withoutRoles(getActor(state, account).grants, which) }),
);
