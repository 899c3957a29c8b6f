import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "../money-store/money-store.ts";
import { bookedTable, type ShareRow, shareTable, voucherTable } from "../tables.ts";

/** Takes money from where it is free: from its holder in a tranche, or from one voucher, which is spent by that. */
export function takeFrom(
  state: State,
  from: { holder: string; tranche: number; amount: number; voucher?: string | undefined },
): void {
  const { holder, tranche, amount, voucher } = from;
  const part = voucher === undefined ? "free" : "named";
  state.store(moneyStore).change({ account: holder, tranche, part, by: -amount });
  if (voucher !== undefined) setVoucherState(state, voucher, "spent");
}

/** Gives money to an account in a tranche, free. */
export function giveTo(state: State, to: { account: string; tranche: number; amount: number }): void {
  state.store(moneyStore).change({ account: to.account, tranche: to.tranche, part: "free", by: to.amount });
}

export function setVoucherState(state: State, voucher: string, to: "held" | "redeeming" | "spent"): void {
  const row = state.table(voucherTable).find(voucher);
  if (row === undefined) throw new Error(`voucher ${voucher} does not exist`);
  state.table(voucherTable).set(voucher, { ...row, state: to });
}

/** Adds to what was booked from the bank, for a fund or for suspense. */
export function book(state: State, key: string, by: { credits?: number; debits?: number }): void {
  const row = state.table(bookedTable).find(key) ?? { credits: 0, debits: 0 };
  state.table(bookedTable).set(key, {
    credits: row.credits + (by.credits ?? 0),
    debits: row.debits + (by.debits ?? 0),
  });
}

export function shareKey(of: { office: string; fund: number; year: number }): string {
  return `${of.office}:${of.fund}:${of.year}`;
}

/** Adds to an office's operating share of a fund in a year. */
export function addShare(
  state: State,
  of: { office: string; fund: number; year: number },
  by: Partial<ShareRow>,
): void {
  const row = state.table(shareTable).find(shareKey(of)) ?? { received: 0, returned: 0, redeemed: 0 };
  state.table(shareTable).set(shareKey(of), {
    received: row.received + (by.received ?? 0),
    returned: row.returned + (by.returned ?? 0),
    redeemed: row.redeemed + (by.redeemed ?? 0),
  });
}
