import { defineEvent } from "@mingbai/ledger/definition/event";
import { addShare, giveTo, takeFrom } from "./move.ts";

/**
 * Money passed down as a tranche of its own. `shareYear`: where an office receives it, the year of its operating share.
 * `matter`: what it is the effect of.
 */
export const allocated = defineEvent<{
  holder: string;
  fund: number;
  tranche: number;
  voucher?: string | undefined;
  amount: number;
  to: string;
  toTranche: number;
  shareYear?: number;
  matter?: string;
}>("treasury.allocated", (state, { holder, fund, tranche, voucher, amount, to, toTranche, shareYear }) => {
  takeFrom(state, { holder, tranche, amount, voucher });
  giveTo(state, { account: to, tranche: toTranche, amount });
  if (shareYear !== undefined) addShare(state, { office: to, fund, year: shareYear }, { received: amount });
});
