import type { State } from "@mingbai/ledger/state/state";
import { bookedTable, suspenseKey } from "../tables.ts";
import { bankAccountTable, bankDayTable } from "./tables.ts";

/** The sums of all days, closed and open, are what was booked for funds and in suspense. Throws where they are not. */
export function recountDays(state: State): void {
  const days = [...state.table(bankDayTable).entries(), ...state.table(bankAccountTable).entries()];
  const vouchers = days.reduce((sum, [, row]) => sum + row.vouchers, 0);
  const suspense = days.reduce((sum, [, row]) => sum + row.suspense, 0);
  let booked = 0;
  for (const [key, { credits, debits }] of state.table(bookedTable).entries()) {
    if (key !== suspenseKey) booked += credits - debits;
  }
  const { credits, debits } = state.table(bookedTable).find(suspenseKey) ?? { credits: 0, debits: 0 };
  if (vouchers !== booked) throw new Error(`days have ${vouchers} in vouchers, funds ${booked}`);
  if (suspense !== credits - debits) throw new Error(`days have ${suspense} in suspense, not ${credits - debits}`);
}
