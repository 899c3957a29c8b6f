import type { State } from "@mingbai/ledger/state/state";
import { type FlowRow, flowKey, flowTable } from "../tables.ts";

/** Money of a fund over a tie; nothing where none ever went. `fund` is the own number. */
export function flowOf(state: State, of: { ledger: string; fund: number }): FlowRow {
  return state.table(flowTable).find(flowKey(of)) ?? { sent: 0, received: 0, locked: 0 };
}
