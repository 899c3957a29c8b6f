import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { addToDay } from "../day-close/day-sums.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { type BatchRow, bankLineKey, bankLineTable, batchTable, suspenseKey } from "../tables.ts";
import { book, giveTo } from "./move.ts";

interface BatchSettled {
  readonly batch: string;
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
  readonly bankAccount: string;
  readonly reference: string;
  readonly valueDay: string;
  /** "rest": every line that waited and did not fail. */
  readonly paid: "rest" | readonly number[];
  readonly paidCount: number;
  readonly paidTotal: number;
  readonly failed: readonly { readonly line: number; readonly reason: string; readonly amount: number }[];
  readonly failedTotal: number;
  /** Where the failed lines' money is now. */
  readonly to: string;
  readonly toTranche: number;
  /** The debit was booked before, as one of which nobody knew what it was for. */
  readonly fromSuspense?: boolean;
}

/** The bank's result of a direct-credit batch: the paid lines are burned, the failed ones come back. */
export const batchSettled = defineEvent<BatchSettled>("treasury.batchSettled", (state, event, { height }) => {
  const { payer, fund, tranche, paidTotal, failedTotal, to, toTranche } = event;
  const locked = { account: payer, tranche, part: "locked" } as const;
  state.store(moneyStore).change({ ...locked, by: -(paidTotal + failedTotal) });
  if (failedTotal > 0) giveTo(state, { account: to, tranche: toTranche, amount: failedTotal });
  if (paidTotal > 0) {
    book(state, String(fund), { debits: paidTotal });
    const { bankAccount, reference, valueDay } = event;
    const line = { kind: "batchPayout", amount: paidTotal, valueDay } as const;
    state.table(bankLineTable).set(bankLineKey(bankAccount, reference), line);
    const suspense = event.fromSuspense === true ? paidTotal : 0;
    if (suspense > 0) book(state, suspenseKey, { debits: -suspense });
    addToDay(state, { bankAccount, day: valueDay, height }, { vouchers: -paidTotal, suspense });
  }
  settleLines(state, event);
});

function settleLines(state: State, { batch, paid, failed }: BatchSettled): void {
  const row = state.table(batchTable).find(batch);
  if (row?.waiting === undefined) throw new Error(`batch ${batch} waits for nothing`);
  const { waiting, ...settled } = row;
  const left = [...waiting];
  for (const { line } of failed) left[line] = 0;
  for (const line of paid === "rest" ? [] : paid) left[line] = 0;
  const isDone = paid === "rest" || left.every((amount) => amount === 0);
  const after: BatchRow = isDone ? settled : { ...settled, waiting: left };
  state.table(batchTable).set(batch, after);
}
