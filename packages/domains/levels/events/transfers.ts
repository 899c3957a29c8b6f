import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { findHold } from "@mingbai/treasury/reads";
import type { RefusedReason, TransferSent } from "../schema/proven.ts";
import { arrivalKey, arrivalTable, type FlowRow, flowKey, flowTable, transferTable } from "../tables.ts";
import { changeTie } from "./ties.ts";

/** Money is under way: the hold of the same id, made just before, locks it. The destination reads this event out of the leaf. */
export const transferSent = defineEvent<TransferSent>("levels.transferSent", (state, { transfer, destination, n }) => {
  const hold = findHold(state, transfer);
  if (hold === undefined) throw new Error(`nothing is locked for transfer ${transfer}`);
  state.table(transferTable).set(transfer, { ledger: destination, n });
  addFlow(state, { ledger: destination, fund: hold.fund }, { locked: hold.amount });
  changeTie(state, destination, ({ sendNext, underWay }) => ({ sendNext: sendNext + 1, underWay: underWay + 1 }));
});

/** The one outcome of a transfer from another ledger, for ever. The source reads this event out of the leaf. */
export const transferDecided = defineEvent<{
  transfer: string;
  source: string;
  destination: string;
  n: number;
  fund: number;
  amount: number;
  outcome: "accepted" | "refused";
  reason?: RefusedReason;
}>("levels.transferDecided", (state, { source, n }) => changeTie(state, source, () => ({ receiveNext: n + 1 })));

/** What was accepted is here. `isFirst`: the first of its fund and expiry from there, which opened the tranche. */
export const transferArrived = defineEvent<{
  transfer: string;
  ledger: string;
  fund: number;
  amount: number;
  tranche: number;
  expiryMs: number;
  isFirst: boolean;
}>("levels.transferArrived", (state, { ledger, fund, amount, tranche, expiryMs, isFirst }) => {
  addFlow(state, { ledger, fund }, { received: amount });
  if (!isFirst) return;
  state.table(arrivalTable).set(arrivalKey({ ledger, fund, expiryMs }), { tranche });
  changeTie(state, ledger, ({ tranches }) => ({ tranches: tranches + 1 }));
});

/** The destination's answer is proven: the lock has become a claim, or is open again. */
export const transferSettled = defineEvent<{
  transfer: string;
  ledger: string;
  n: number;
  /** The own number. */
  fund: number;
  amount: number;
  outcome: "accepted" | "refused" | "released";
  reason?: RefusedReason;
}>("levels.transferSettled", (state, { transfer, ledger, fund, amount, outcome }) => {
  state.table(transferTable).delete(transfer);
  addFlow(state, { ledger, fund }, { locked: -amount, sent: outcome === "accepted" ? amount : 0 });
  changeTie(state, ledger, ({ underWay }) => ({ underWay: underWay - 1 }));
});

/** Throws where a sum would fall below zero: commands have asked before. */
function addFlow(state: State, of: { ledger: string; fund: number }, by: Partial<FlowRow>): void {
  const row = state.table(flowTable).find(flowKey(of)) ?? { sent: 0, received: 0, locked: 0 };
  const after = {
    sent: row.sent + (by.sent ?? 0),
    received: row.received + (by.received ?? 0),
    locked: row.locked + (by.locked ?? 0),
  };
  if (Object.values(after).some((sum) => !Number.isSafeInteger(sum) || sum < 0)) {
    throw new RangeError(`fund ${of.fund} of ledger ${of.ledger} does not add up`);
  }
  state.table(flowTable).set(flowKey(of), after);
}
