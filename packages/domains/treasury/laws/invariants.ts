import type { State } from "@mingbai/ledger/state/state";
import { recountDays } from "../day-close/recount-days.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { offerTable } from "../offers/tables.ts";
import {
  batchTable,
  bookedTable,
  claimTable,
  holdTable,
  manifestTable,
  orderTable,
  suspenseKey,
  voucherTable,
} from "../tables.ts";

/**
 * MONEY 7, first equation, by running totals: vouchers outstanding (free, locked, named) = bank lines booked less
 * suspense and what came from other ledgers less what went there, for each fund and so for all. Throws where it does not
 * hold. Asked after every block.
 */
export function checkInvariants(state: State): void {
  const store = state.store(moneyStore);
  let all = 0;
  for (const [fund, backing] of backings(state)) {
    const outstanding = store.outstandingOf(Number(fund));
    if (outstanding !== backing) throw new Error(`fund ${fund}: ${outstanding} in vouchers, ${backing} behind them`);
    all += outstanding;
  }
  if (all !== store.outstanding) throw new Error(`${store.outstanding} in vouchers, ${all} in funds that have any`);
}

/** What stands behind each fund's vouchers: at the bank, and at other ledgers (negative where those hold more of ours). */
function backings(state: State): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, { credits, debits }] of state.table(bookedTable).entries()) {
    if (key !== suspenseKey) add(sums, key, credits - debits);
  }
  for (const [key, { received, sent }] of state.table(claimTable).entries()) add(sums, key, received - sent);
  return sums;
}

/** Counts everything again from rows and columns. Throws on the first difference. For tests and after loading. */
export function recount(state: State): void {
  checkInvariants(state);
  state.store(moneyStore).recount();
  recountNamed(state);
  recountLocked(state);
  recountDays(state);
  recountOffers(state);
  for (const [id, { batches, spent }] of state.table(manifestTable).entries()) {
    const isOnce = new Set(spent).size === spent.length && spent.every((digest) => batches.includes(digest));
    if (!isOnce) throw new Error(`manifest ${id} has a batch that counts twice`);
  }
}

function recountNamed(state: State): void {
  const named = new Map<string, number>();
  for (const [, row] of state.table(voucherTable).entries()) {
    if (row.state !== "spent") add(named, String(row.tranche), row.amount);
  }
  const store = state.store(moneyStore);
  for (let tranche = 1; tranche <= store.trancheCount; tranche++) {
    const column = store.getTranche(tranche).named;
    if (column !== (named.get(String(tranche)) ?? 0)) throw new Error(`tranche ${tranche}: vouchers do not add up`);
  }
}

/** What an offer set aside is what stands in its tranche, what merchants have of it, and what went back. */
function recountOffers(state: State): void {
  for (const [id, { tranche, each, count, spent, back }] of state.table(offerTable).entries()) {
    if (tranche === undefined) continue;
    const { total } = state.store(moneyStore).getTranche(tranche);
    if (total + spent + back !== each * count) throw new Error(`offer ${id} does not add up`);
  }
}

/** What is locked is what orders, direct-credit batches and other ledgers' answers wait for. */
function recountLocked(state: State): void {
  const locked = new Map<string, number>();
  for (const [, row] of state.table(orderTable).entries()) {
    const isWaiting = row.state === "locked" || row.state === "released";
    if (isWaiting && row.voucher === undefined) add(locked, `${row.holder}:${row.tranche}`, row.amount);
  }
  for (const [, { payer, tranche, waiting }] of state.table(batchTable).entries()) {
    for (const amount of waiting ?? []) add(locked, `${payer}:${tranche}`, amount);
  }
  for (const [, { holder, tranche, amount }] of state.table(holdTable).entries())
    add(locked, `${holder}:${tranche}`, amount);
  const store = state.store(moneyStore);
  let all = 0n;
  for (const [key, amount] of locked) {
    const [account = "", tranche] = key.split(":");
    const held = store.get({ account, tranche: Number(tranche), part: "locked" });
    if (held !== amount) throw new Error(`${key}: ${held} locked, ${amount} waited for`);
    all += BigInt(amount);
  }
  if (all !== lockedInColumns(state)) throw new Error("money is locked that nothing waits for");
}

function lockedInColumns(state: State): bigint {
  const store = state.store(moneyStore);
  let sum = 0n;
  for (let tranche = 1; tranche <= store.trancheCount; tranche++) sum += store.getTranche(tranche).locked.sum();
  return sum;
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
