import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { addShare, giveTo, takeFrom } from "./move.ts";

interface Returned {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly voucher?: string | undefined;
  readonly amount: number;
  readonly to: string;
  readonly toTranche: number;
}

/** Given back to where it came from. `shareYear`: an office gave back what counts for its operating share. */
export const paymentReturned = defineEvent<Returned & { readonly shareYear?: number }>(
  "treasury.paymentReturned",
  (state, event) => {
    move(state, event);
    const { holder, fund, amount, shareYear } = event;
    if (shareYear !== undefined) addShare(state, { office: holder, fund, year: shareYear }, { returned: amount });
  },
);

/** Money of an expired tranche went back to the fund's office. */
export const expiredReturned = defineEvent<Returned>("treasury.expiredReturned", move);

function move(state: State, { holder, tranche, voucher, amount, to, toTranche }: Returned): void {
  takeFrom(state, { holder, tranche, amount, voucher });
  giveTo(state, { account: to, tranche: toTranche, amount });
}
