import type { Role } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";

/** Keeps an organisation's count of administrators after one account's roles changed. */
export function countAdministrators(
  state: State,
  change: { organisation: string; before: readonly Role[]; after: readonly Role[] },
): void {
  const row = state.table(organisationTable).find(change.organisation);
  if (row === undefined) throw new Error(`organisation ${change.organisation} is not registered`);
  const difference = Number(change.after.includes("administrator")) - Number(change.before.includes("administrator"));
  if (difference === 0) return;
  state.table(organisationTable).set(change.organisation, { ...row, administrators: row.administrators + difference });
}
