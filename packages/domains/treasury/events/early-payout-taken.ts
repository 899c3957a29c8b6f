import { defineEvent } from "@mingbai/ledger/definition/event";
import { takeOver } from "../bank/suspend.ts";
import { addToDay } from "../day-close/day-sums.ts";
import { bankLineKey, bankLineTable, orderTable, suspenseKey } from "../tables.ts";
import { book } from "./move.ts";

/** A payout that stood in suspense, since the bank paid before the release, counts from now on for the order's fund. */
export const earlyPayoutTaken = defineEvent<{
  bankAccount: string;
  reference: string;
  endToEndId: string;
  fund: number;
  amount: number;
}>("treasury.earlyPayoutTaken", (state, { bankAccount, reference, endToEndId, fund, amount }, { height }) => {
  const order = state.table(orderTable).find(endToEndId);
  if (order === undefined) throw new Error(`order ${endToEndId} does not exist`);
  book(state, suspenseKey, { debits: -amount });
  book(state, String(fund), { debits: amount });
  const line = state.table(bankLineTable).find(bankLineKey(bankAccount, reference));
  if (line === undefined) throw new Error(`bank line ${reference} is not booked`);
  addToDay(state, { bankAccount, day: line.valueDay, height }, { suspense: amount, vouchers: -amount });
  state.table(orderTable).set(endToEndId, takeOver(order));
});
