import { amountMax } from "@mingbai/codec/money";
import type { State } from "@mingbai/ledger/state/state";
import { bookedTable, claimTable } from "../tables.ts";

/**
 * How much more can come in, from banks or from other ledgers, so that every sum stays an exact integer: no running total
 * is more than all that ever came in or all that ever went out.
 */
export function roomLeft(state: State): number {
  let into = 0;
  let out = 0;
  for (const [, { credits, debits }] of state.table(bookedTable).entries()) {
    into += credits;
    out += debits;
  }
  for (const [, { received, sent }] of state.table(claimTable).entries()) {
    into += received;
    out += sent;
  }
  return amountMax - Math.max(into, out);
}
