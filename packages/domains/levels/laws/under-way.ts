import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { findHold } from "@mingbai/treasury/reads";
import { refuse } from "../refusals.ts";
import { transferTable } from "../tables.ts";

/** Where money stands that is locked for a transfer. */
export interface Place {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  readonly shareYear?: number;
}

/** A transfer that waits for its answer, with what is locked for it; or why there is none. */
export function getUnderWay(state: State, transfer: string): { ledger: string; n: number; place: Place } | Refusal {
  const row = state.table(transferTable).find(transfer);
  const hold = row && findHold(state, transfer);
  if (row === undefined || hold === undefined) return refuse("TRANSFER_UNKNOWN", { transfer });
  return { ...row, place: hold };
}

/** The lowest number of a transfer to this ledger that waits for its answer. Looks through all that do. */
export function findOldestUnderWay(state: State, ledger: string): number | undefined {
  let oldest: number | undefined;
  for (const [, row] of state.table(transferTable).entries()) {
    if (row.ledger === ledger && (oldest === undefined || row.n < oldest)) oldest = row.n;
  }
  return oldest;
}
