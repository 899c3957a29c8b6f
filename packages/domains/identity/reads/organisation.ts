import type { Number64 } from "@mingbai/codec/number64";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";

/** True where the alliance has an organisation of this id. */
export function isOrganisation(state: State, id: string): boolean {
  return state.table(organisationTable).find(id) !== undefined;
}

/** The accounts that administer an organisation, now or later; none where there is no such organisation. */
export function organisationAdministrators(state: State, id: string): readonly Number64[] {
  return state.table(organisationTable).find(id)?.administrators ?? [];
}

/** The roles that the organisation's administrators may give: all of them where nobody has said otherwise. */
export function rolesOf(state: State, id: string): readonly Role[] {
  return state.table(organisationTable).find(id)?.roles ?? roles;
}
