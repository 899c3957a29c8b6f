import type { State } from "@mingbai/ledger/state/state";
import { areaTable } from "../tables.ts";

/** True where `area` is `outer` or lies in it. */
export function isWithin(state: State, area: string, outer: string): boolean {
  for (let at: string | undefined = area; at !== undefined; at = state.table(areaTable).find(at)?.parent) {
    if (at === outer) return true;
  }
  return false;
}
