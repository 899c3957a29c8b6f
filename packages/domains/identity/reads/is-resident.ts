import type { Number64 } from "@mingbai/codec/number64";
import { actorTable } from "@mingbai/ledger/authority/role";
import { covers } from "@mingbai/ledger/authority/roles-in-force";
import type { State } from "@mingbai/ledger/state/state";
import { organisationTable } from "../tables.ts";
import { isWithin } from "./is-within.ts";

/**
 * True where the account is an individual registered in this area or in a part of it. Unlike `actsIn`, a person of whom
 * nobody has said where they live is a resident of nowhere.
 */
export function isResident(
  state: State,
  { account, area }: { account: Number64; area: string },
  timeMs: number,
): boolean {
  const row = state.table(actorTable).find(account);
  if (row === undefined) return false;
  const own = state.table(organisationTable).find(row.organisation)?.area;
  return row.grants.some((grant) => {
    const home = grant.area ?? own;
    const isOfPerson = grant.role === "individual" && grant.deputyOf === undefined && covers(grant, timeMs);
    return isOfPerson && home !== undefined && isWithin(state, home, area);
  });
}
