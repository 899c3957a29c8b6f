/** Pure questions to the state, for later domains and for the read model. Nothing here changes anything. */
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "./money-store/money-store.ts";
import {
  type BookedRow,
  bookedTable,
  type ClaimRow,
  claimTable,
  type FundRow,
  fundTable,
  type HoldRow,
  holdTable,
  type ManifestRow,
  manifestTable,
  suspenseKey,
  type TrancheRow,
  trancheTable,
} from "./tables.ts";

export { findAccountKind, findAccountRefusal } from "./checks/account.ts";
export { isTargetFrozen } from "./checks/freeze-target.ts";
/** Why money cannot be taken by this actor, in the order that all commands share. */
export { findFromRefusal as findTakingRefusal } from "./checks/from.ts";
export { roomLeft } from "./checks/room.ts";
export { yearOf } from "./checks/share.ts";
export { nextTranche } from "./checks/tranche.ts";

/** What an account has free and locked in a tranche; zero where it has never had any. */
export function readBalance(state: State, place: { account: string; tranche: number }) {
  const store = state.store(moneyStore);
  return { free: store.get({ ...place, part: "free" }), locked: store.get({ ...place, part: "locked" }) };
}

/** A tranche with how it stands now: `total` is everything outstanding in it. */
export function findTranche(
  state: State,
  tranche: number,
): (TrancheRow & { frozen: boolean; expired: boolean; total: number }) | undefined {
  const row = state.table(trancheTable).find(String(tranche));
  if (row === undefined) return undefined;
  const { frozen, expired, total } = state.store(moneyStore).getTranche(tranche);
  return { ...row, frozen, expired, total };
}

export function findManifest(state: State, manifest: string): ManifestRow | undefined {
  return state.table(manifestTable).find(manifest);
}

export function findFund(state: State, fund: number): FundRow | undefined {
  return state.table(fundTable).find(String(fund));
}

export function isAccountOpen(state: State, account: string): boolean {
  return state.store(moneyStore).findAccount(account) >= 0;
}

/** Money that is locked for another ledger, by the transfer's id. */
export function findHold(state: State, hold: string): HoldRow | undefined {
  return state.table(holdTable).find(hold);
}

/** What came from other ledgers and went to them, of one fund. */
export function readClaim(state: State, fund: number): ClaimRow {
  return state.table(claimTable).find(String(fund)) ?? { received: 0, sent: 0 };
}

/** All vouchers of a fund, and what of it was paid out by the bank. */
export function readFundTotals(state: State, fund: number): { outstanding: number; paidIn: number; paidOut: number } {
  const { credits, debits } = state.table(bookedTable).find(String(fund)) ?? { credits: 0, debits: 0 };
  return { outstanding: state.store(moneyStore).outstandingOf(fund), paidIn: credits, paidOut: debits };
}

/** Numbers of all funds, in order. */
export function listFunds(state: State): number[] {
  const numbers = state
    .table(fundTable)
    .entries()
    .map(([fund]) => Number(fund));
  return numbers.sort((a, b) => a - b);
}

/** Both sides of the equation of every block: vouchers outstanding, and what the bank must hold for them and in suspense. */
export function readEquation(state: State): { outstanding: number; booked: number; suspense: number } {
  const suspense = state.table(bookedTable).find(suspenseKey) ?? { credits: 0, debits: 0 };
  const rows = state.table(bookedTable).entries();
  const booked = rows.reduce((sum, [, row]) => sum + net(row), 0);
  return { outstanding: state.store(moneyStore).outstanding, booked, suspense: net(suspense) };
}

function net({ credits, debits }: BookedRow): number {
  return credits - debits;
}
