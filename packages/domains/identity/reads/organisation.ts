import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";

/** True where the alliance has an organisation of this id. */
export function isOrganisation(state: State, id: string): boolean {
  return state.table(organisationTable).find(id) !== undefined;
}
