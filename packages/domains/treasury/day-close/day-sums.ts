import type { State } from "@mingbai/ledger/state/state";
import { type BankAccountRow, bankAccountTable, bankDayKey, bankDayTable, type DaySums } from "./tables.ts";

const nothing: DaySums = { vouchers: 0, suspense: 0, height: 0 };

/** Adds to what is booked of a bank account with a value day. A line that comes after its day was closed counts from then on. */
export function addToDay(
  state: State,
  { bankAccount, day, height }: { bankAccount: string; day: string; height: number },
  by: { readonly vouchers?: number; readonly suspense?: number },
): void {
  const account = state.table(bankAccountTable).find(bankAccount);
  if (account?.closedDay !== undefined && day <= account.closedDay) {
    state.table(bankAccountTable).set(bankAccount, { ...account, ...added(account, by), height });
    return;
  }
  const key = bankDayKey(bankAccount, day);
  const row = state.table(bankDayTable).find(key) ?? nothing;
  state.table(bankDayTable).set(key, { ...added(row, by), height });
}

/** Vouchers and suspense of a bank account by the end of a day, and when they last changed. The day is not closed yet. */
export function sumsUntil(state: State, bankAccount: string, day: string): DaySums {
  let sums: DaySums = state.table(bankAccountTable).find(bankAccount) ?? nothing;
  for (const [, row] of daysUntil(state, bankAccount, day)) sums = joined(sums, row);
  const { vouchers, suspense, height } = sums;
  return { vouchers, suspense, height };
}

/** The days until this one become one sum of the account. Returns it. */
export function foldDays(state: State, bankAccount: string, day: string): DaySums {
  const sums = sumsUntil(state, bankAccount, day);
  for (const [key] of daysUntil(state, bankAccount, day)) state.table(bankDayTable).delete(key);
  return sums;
}

export function findBankAccount(state: State, bankAccount: string): BankAccountRow {
  return state.table(bankAccountTable).find(bankAccount) ?? { ...nothing, items: [] };
}

function daysUntil(state: State, bankAccount: string, day: string): [string, DaySums][] {
  const first = bankDayKey(bankAccount, "");
  const last = bankDayKey(bankAccount, day);
  return state
    .table(bankDayTable)
    .entries()
    .filter(([key]) => key.startsWith(first) && key <= last);
}

function added(row: DaySums, { vouchers = 0, suspense = 0 }: { vouchers?: number; suspense?: number }) {
  return { vouchers: row.vouchers + vouchers, suspense: row.suspense + suspense };
}

function joined(one: DaySums, other: DaySums): DaySums {
  return { ...added(one, other), height: Math.max(one.height, other.height) };
}
