import type { Number64 } from "@mingbai/codec/number64";
import { actorTable, type Role } from "@mingbai/ledger/authority/role";
import { covers, isGrantInForce, isOwn } from "@mingbai/ledger/authority/roles-in-force";
import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";
import { isWithin } from "./is-within.ts";

/**
 * True where the account has this role for this area at the moment. A role without an area of its own counts in the
 * organisation's, and everywhere while that has none; a deputy acts where the one stood in for does.
 */
export function actsIn(
  state: State,
  { account, role, area }: { account: Number64; role: Role; area: string },
  timeMs: number,
): boolean {
  const row = state.table(actorTable).find(account);
  if (row === undefined) return false;
  const own = state.table(organisationTable).find(row.organisation)?.area;
  const areas = row.grants
    .filter((grant) => grant.role === role && isGrantInForce(state.table(actorTable), { row, grant }, timeMs))
    .flatMap((grant) => (grant.deputyOf === undefined ? [grant] : ownGrants(state, grant.deputyOf, { role, timeMs })));
  return areas.some((grant) => {
    const covered = grant.area ?? own;
    return covered === undefined || isWithin(state, area, covered);
  });
}

function ownGrants(state: State, account: Number64, { role, timeMs }: { role: Role; timeMs: number }) {
  const grants = state.table(actorTable).find(account)?.grants ?? [];
  return grants.filter((grant) => grant.role === role && isOwn(grant) && covers(grant, timeMs));
}
