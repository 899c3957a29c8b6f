import { actorTable, type Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { countAdministrators } from "./count-administrators.ts";

interface RolesChanged {
  readonly account: string;
  readonly organisation: string;
  /** What was granted or withdrawn. */
  readonly roles: readonly Role[];
  /** All roles that the account has from now on. */
  readonly rolesAfter: readonly Role[];
}

export const rolesGranted = defineEvent<RolesChanged>("identity.rolesGranted", applyRoles);
export const rolesWithdrawn = defineEvent<RolesChanged>("identity.rolesWithdrawn", applyRoles);

function applyRoles(state: State, { account, organisation, rolesAfter }: RolesChanged): void {
  const before = state.table(actorTable).find(account)?.roles ?? [];
  state.table(actorTable).set(account, { organisation, roles: rolesAfter });
  countAdministrators(state, { organisation, before, after: rolesAfter });
}
