import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "../money-store/money-store.ts";
import { type OrderRow, type OrderState, orderTable } from "../tables.ts";
import { addShare, giveTo, setVoucherState } from "./move.ts";

interface Redemption {
  readonly endToEndId: string;
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  readonly voucher?: string | undefined;
}

/** Money locked for the bank to pay out. `shareYear`: the year whose operating share it uses. */
export const redemptionOrdered = defineEvent<
  Redemption & { readonly orderedBy: string; readonly destination?: string; readonly shareYear?: number }
>("treasury.redemptionOrdered", (state, { endToEndId, ...order }) => {
  const { holder, tranche, amount, voucher, fund, shareYear } = order;
  if (voucher === undefined) {
    const store = state.store(moneyStore);
    store.change({ account: holder, tranche, part: "free", by: -amount });
    store.change({ account: holder, tranche, part: "locked", by: amount });
  } else setVoucherState(state, voucher, "redeeming");
  if (shareYear !== undefined) addShare(state, { office: holder, fund, year: shareYear }, { redeemed: amount });
  state.table(orderTable).set(endToEndId, { ...order, state: "locked" });
});

/** The fund's office lets the order go to the bank: from here on it may be paid at any moment. */
export const redemptionReleased = defineEvent<Redemption & { readonly releasedBy: string }>(
  "treasury.redemptionReleased",
  (state, { endToEndId }) => void setOrderState(state, endToEndId, "released"),
);

/** The bank did not pay, or the office did not release: the money is free again. */
export const redemptionCancelled = defineEvent<Redemption & { readonly reason: string }>(
  "treasury.redemptionCancelled",
  (state, { endToEndId, holder, tranche, amount, voucher }) => {
    if (voucher === undefined) {
      state.store(moneyStore).change({ account: holder, tranche, part: "locked", by: -amount });
      giveTo(state, { account: holder, tranche, amount });
    } else setVoucherState(state, voucher, "held");
    giveShareBack(state, setOrderState(state, endToEndId, "rejected"));
  },
);

/** The bank paid: the vouchers are gone. */
export const burned = defineEvent<Redemption>(
  "treasury.burned",
  (state, { endToEndId, holder, tranche, amount, voucher }) => {
    const part = voucher === undefined ? "locked" : "named";
    state.store(moneyStore).change({ account: holder, tranche, part, by: -amount });
    if (voucher !== undefined) setVoucherState(state, voucher, "spent");
    setOrderState(state, endToEndId, "paid");
  },
);

/** What the bank had paid came back: vouchers again, for the one who had ordered it. */
export const payoutReturned = defineEvent<Redemption>(
  "treasury.payoutReturned",
  (state, { endToEndId, holder, tranche, amount }) => {
    giveTo(state, { account: holder, tranche, amount });
    giveShareBack(state, setOrderState(state, endToEndId, "returned"));
  },
);

function setOrderState(state: State, endToEndId: string, to: OrderState): OrderRow {
  const order = state.table(orderTable).find(endToEndId);
  if (order === undefined) throw new Error(`order ${endToEndId} does not exist`);
  state.table(orderTable).set(endToEndId, { ...order, state: to });
  return order;
}

function giveShareBack(state: State, { holder, fund, shareYear, amount }: OrderRow): void {
  if (shareYear !== undefined) addShare(state, { office: holder, fund, year: shareYear }, { redeemed: -amount });
}
