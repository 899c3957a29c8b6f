import type { State } from "@mingbai/ledger/state/state";
import { areaTable } from "../tables.ts";

/** True where the alliance has an area of this id. */
export function isArea(state: State, id: string): boolean {
  return state.table(areaTable).find(id) !== undefined;
}
