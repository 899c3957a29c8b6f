import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "../money-store/money-store.ts";
import { claimTable, type HoldRow, holdTable } from "../tables.ts";
import { addShare, giveTo } from "./move.ts";

interface Hold {
  readonly hold: string;
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  /** The year whose operating share the money counts for, where an office gives it back. */
  readonly shareYear?: number;
}

/** Money locked for another ledger. */
export const held = defineEvent<Hold>("treasury.held", (state, { hold, ...row }) => {
  const { holder, tranche, amount } = row;
  const store = state.store(moneyStore);
  store.change({ account: holder, tranche, part: "free", by: -amount });
  store.change({ account: holder, tranche, part: "locked", by: amount });
  state.table(holdTable).set(hold, row);
});

/** The other ledger did not take it: the money is free again. */
export const holdReleased = defineEvent<Hold>("treasury.holdReleased", (state, { hold }) => {
  const { holder, tranche, amount } = takeHold(state, hold);
  state.store(moneyStore).change({ account: holder, tranche, part: "locked", by: -amount });
  giveTo(state, { account: holder, tranche, amount });
});

/** The other ledger has made it: here it is gone. */
export const holdBurned = defineEvent<Hold>("treasury.holdBurned", (state, { hold }) => {
  const { holder, fund, tranche, amount, shareYear } = takeHold(state, hold);
  state.store(moneyStore).change({ account: holder, tranche, part: "locked", by: -amount });
  claim(state, fund, { sent: amount });
  if (shareYear !== undefined) addShare(state, { office: holder, fund, year: shareYear }, { returned: amount });
});

/** Money that another ledger has locked for this one. `shareYear`: where an office receives it. */
export const receivedFromLedger = defineEvent<{
  holder: string;
  fund: number;
  tranche: number;
  amount: number;
  transfer: string;
  shareYear?: number;
}>("treasury.receivedFromLedger", (state, { holder, fund, tranche, amount, shareYear }) => {
  giveTo(state, { account: holder, tranche, amount });
  claim(state, fund, { received: amount });
  if (shareYear !== undefined) addShare(state, { office: holder, fund, year: shareYear }, { received: amount });
});

function takeHold(state: State, hold: string): HoldRow {
  const row = state.table(holdTable).find(hold);
  if (row === undefined) throw new Error(`there is no hold ${hold}`);
  state.table(holdTable).delete(hold);
  return row;
}

function claim(state: State, fund: number, by: { received?: number; sent?: number }): void {
  const row = state.table(claimTable).find(String(fund)) ?? { received: 0, sent: 0 };
  state.table(claimTable).set(String(fund), {
    received: row.received + (by.received ?? 0),
    sent: row.sent + (by.sent ?? 0),
  });
}
