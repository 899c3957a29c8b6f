import type { Number64 } from "@mingbai/codec/number64";
import { type ActorRow, actorTable } from "@mingbai/ledger/authority/role";
import { covers, isOwn } from "@mingbai/ledger/authority/roles-in-force";
import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";

/**
 * True where, with these rows as they would be, the organisation had a moment without an administrator, from `nowMs` to
 * all time. Deputies do not count: their terms end.
 */
export function hasAdministratorGap(
  state: State,
  organisation: string,
  { changed, nowMs }: { changed: ReadonlyMap<Number64, ActorRow>; nowMs: number },
): boolean {
  const known = state.table(organisationTable).find(organisation)?.administrators ?? [];
  const rows = [...new Set([...known, ...changed.keys()])].flatMap((account) => {
    const row = changed.get(account) ?? state.table(actorTable).find(account);
    return row === undefined ? [] : [row];
  });
  // Between two turns nothing changes, so each needs to be looked at only where it begins.
  const turns = rows.flatMap(({ grants, leaves = [] }) => [...grants, ...leaves].flatMap(endsOf));
  return [nowMs, ...turns.filter((turn) => turn > nowMs)].some((turn) => !rows.some((row) => administersAt(row, turn)));
}

function endsOf({ fromMs, untilMs }: { fromMs: number; untilMs?: number }): number[] {
  return untilMs === undefined ? [fromMs] : [fromMs, untilMs];
}

function administersAt({ grants, leaves = [] }: ActorRow, timeMs: number): boolean {
  if (leaves.some((leave) => covers(leave, timeMs))) return false;
  return grants.some((grant) => grant.role === "administrator" && isOwn(grant) && covers(grant, timeMs));
}
