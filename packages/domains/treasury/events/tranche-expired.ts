import { defineEvent } from "@mingbai/ledger/definition/event";
import { moneyStore } from "../money-store/money-store.ts";

/** `left`: what of the tranche was still outstanding. */
export const trancheExpired = defineEvent<{ tranche: number; fund: number; expiryMs: number; left: number }>(
  "treasury.trancheExpired",
  (state, { tranche }) => {
    state.store(moneyStore).getTranche(tranche).expired = true;
  },
);
