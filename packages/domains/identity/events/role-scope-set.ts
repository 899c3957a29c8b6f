import type { Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { getOrganisation } from "../grants/change-actor.ts";
import { organisationTable } from "../tables.ts";

/** From now on administrators of the organisation give these roles and no others; who has another keeps it. */
export const roleScopeSet = defineEvent<{ organisation: string; roles: readonly Role[] }>(
  "identity.roleScopeSet",
  (state, { organisation, roles }) => {
    state.table(organisationTable).set(organisation, { ...getOrganisation(state, organisation), roles });
  },
);
