import type { State } from "@mingbai/ledger/state/state";
import { fundTable } from "../tables.ts";

/** How many different people besides the proposer must approve a manifest of this fund. */
export function approvalsNeeded(state: State, fund: number): number {
  const row = state.table(fundTable).find(String(fund));
  if (row === undefined) throw new Error(`fund ${fund} does not exist`);
  return row.approvalsNeeded;
}
