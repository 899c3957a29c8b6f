/** Pure questions to the state, for later domains and for the read model. Nothing here changes anything. */
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "./money-store/money-store.ts";
import {
  type BookedRow,
  bookedTable,
  type FundRow,
  fundTable,
  type ManifestRow,
  manifestTable,
  suspenseKey,
  type TrancheRow,
  trancheTable,
} from "./tables.ts";

export { isTargetFrozen } from "./checks/freeze-target.ts";

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
