import { localYear } from "@mingbai/ledger/calendar/local-days";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { shareKey } from "../events/move.ts";
import { refuse } from "../refusals.ts";
import { basisPointsMax } from "../schema.ts";
import { fundTable, shareTable } from "../tables.ts";

/** The calendar year, by the ledger's own time zone, that something counts for. */
export function yearOf(state: State, timeMs: number): number {
  return localYear(getConfiguration(state), timeMs);
}

/** What an office may still redeem of a fund in a year: floor(basis points × (received − returned)) − redeemed (MONEY 8). */
export function shareLeft(state: State, of: { office: string; fund: number; year: number }): number {
  const row = state.table(shareTable).find(shareKey(of));
  const points = state.table(fundTable).find(String(of.fund))?.operatingBasisPoints ?? 0;
  if (row === undefined) return 0;
  const base = Math.max(0, row.received - row.returned);
  const share = Number((BigInt(base) * BigInt(points)) / BigInt(basisPointsMax));
  return Math.max(0, share - row.redeemed);
}

export function findShareRefusal(
  state: State,
  of: { office: string; fund: number; year: number },
  amount: number,
): Refusal | undefined {
  const may = shareLeft(state, of);
  return amount <= may ? undefined : refuse("SHARE_EXCEEDED", { may, needs: amount });
}
