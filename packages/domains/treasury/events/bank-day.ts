import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { findBankAccount, foldDays } from "../day-close/day-sums.ts";
import type { DayClose } from "../day-close/schema.ts";
import { bankAccountTable, differenceTable } from "../day-close/tables.ts";

/** The office has signed a bank day; what it signed before for a day that the bank did not countersign is void. */
export const bankDayClosed = defineEvent<DayClose & { digest: string; closedBy: string; organisation: string }>(
  "treasury.bankDayClosed",
  (state, { bankAccount, day, digest, closedBy, organisation }) => {
    const pending = { day, digest, closedBy, organisation };
    state.table(bankAccountTable).set(bankAccount, { ...findBankAccount(state, bankAccount), pending });
  },
);

/** The bank has signed the same: this day and all before it are closed for ever. */
export const bankDayCountersigned = defineEvent<
  DayClose & { digest: string; countersignedBy: string; organisation: string }
>("treasury.bankDayCountersigned", (state, { bankAccount, day, items }) => {
  const sums = foldDays(state, bankAccount, day);
  state.table(bankAccountTable).set(bankAccount, { ...sums, closedDay: day, items });
  dropSettled(state, bankAccount, day);
});

/** What was settled of closed days stands in the close, where it matters still. */
function dropSettled(state: State, bankAccount: string, untilDay: string): void {
  const table = state.table(differenceTable);
  for (const [key, row] of table.entries()) {
    if (key.startsWith(`${bankAccount}\n`) && row.state === "settled" && row.day <= untilDay) table.delete(key);
  }
}
