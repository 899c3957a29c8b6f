import { defineEvent } from "@mingbai/ledger/definition/event";
import { suspend } from "../bank/suspend.ts";
import { addToDay } from "../day-close/day-sums.ts";
import { debitLineKinds } from "../day-close/tables.ts";
import type { BankDifference, BankLineKind } from "../schema.ts";
import { bankLineKey, bankLineTable, orderTable, suspenseKey } from "../tables.ts";
import { book } from "./move.ts";

/** One line of a statement. With a `fund` it stands for vouchers made or burned; without, it is in suspense. */
export const bankLineBooked = defineEvent<{
  bankAccount: string;
  reference: string;
  valueDay: string;
  kind: BankLineKind;
  amount: number;
  fund?: number;
  endToEndId?: string;
  supplier?: string;
  /** Why a line that names an order is in suspense. */
  difference?: BankDifference;
}>("treasury.bankLineBooked", (state, line, { height }) => {
  const { bankAccount, reference, valueDay, kind, amount, fund, endToEndId } = line;
  state.table(bankLineTable).set(bankLineKey(bankAccount, reference), { kind, amount, valueDay });
  const isDebit = debitLineKinds.includes(kind);
  book(state, fund === undefined ? suspenseKey : String(fund), isDebit ? { debits: amount } : { credits: amount });
  const signed = isDebit ? -amount : amount;
  const sums = fund === undefined ? { suspense: signed } : { vouchers: signed };
  addToDay(state, { bankAccount, day: valueDay, height }, sums);
  const order = endToEndId === undefined ? undefined : state.table(orderTable).find(endToEndId);
  if (fund !== undefined || endToEndId === undefined || order === undefined) return;
  state.table(orderTable).set(endToEndId, suspend(order, { bankAccount, reference, kind, amount }));
});
