import { defineEvent } from "@mingbai/ledger/definition/event";
import { takeOver } from "../bank/suspend.ts";
import { orderTable, suspenseKey } from "../tables.ts";
import { book } from "./move.ts";

/** A payout that stood in suspense, since the bank paid before the release, counts from now on for the order's fund. */
export const earlyPayoutTaken = defineEvent<{
  bankAccount: string;
  reference: string;
  endToEndId: string;
  fund: number;
  amount: number;
}>("treasury.earlyPayoutTaken", (state, { endToEndId, fund, amount }) => {
  const order = state.table(orderTable).find(endToEndId);
  if (order === undefined) throw new Error(`order ${endToEndId} does not exist`);
  book(state, suspenseKey, { debits: -amount });
  book(state, String(fund), { debits: amount });
  state.table(orderTable).set(endToEndId, takeOver(order));
});
