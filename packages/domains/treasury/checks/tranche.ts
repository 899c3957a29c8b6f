import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { tranchesMax } from "../schema.ts";
import { fundTable, trancheTable } from "../tables.ts";

/** Why this is not a tranche of this fund. */
export function findTrancheRefusal(state: State, place: { fund: number; tranche: number }): Refusal | undefined {
  const { fund, tranche } = place;
  const column = state.store(moneyStore).findTranche(tranche);
  if (column === undefined) return refuse("TRANCHE_UNKNOWN", { tranche });
  if (column.fund !== fund) return refuse("FUND_MISMATCH", { tranche, fund, belongs: column.fund });
  return undefined;
}

/** Why the tranche's money goes other ways than money usually does: it is set aside for an offer. */
export function findOfferMoneyRefusal(state: State, tranche: number): Refusal | undefined {
  const isOffer = state.table(trancheTable).find(String(tranche))?.source === "offer";
  return isOffer ? refuse("OFFER_MONEY", { tranche }) : undefined;
}

/** Why the tranche's money stands still: it, or its whole fund, is frozen. */
export function findFrozenRefusal(state: State, tranche: number): Refusal | undefined {
  const { frozen, fund } = state.store(moneyStore).getTranche(tranche);
  if (frozen) return refuse("TRANCHE_FROZEN", { tranche });
  return state.table(fundTable).find(String(fund))?.frozen === true ? refuse("FUND_FROZEN", { fund }) : undefined;
}

/** Why the tranche's money is too old to be used. */
export function findExpiredRefusal(state: State, tranche: number): Refusal | undefined {
  return state.store(moneyStore).getTranche(tranche).expired ? refuse("TRANCHE_EXPIRED", { tranche }) : undefined;
}

/** Why the holder's free money in the tranche is not enough. `besides`: what is taken from there already. */
export function findShortRefusal(
  state: State,
  need: { holder: string; tranche: number; amount: number; besides?: number | undefined },
): Refusal | undefined {
  const free = state.store(moneyStore).get({ account: need.holder, tranche: need.tranche, part: "free" });
  const holds = free - (need.besides ?? 0);
  if (holds >= need.amount) return undefined;
  return refuse("TRANCHE_SHORT", { holds, needs: need.amount, short: need.amount - holds });
}

/** The number of the next tranche, or why there is none. `after`: how many this transaction has opened already. */
export function nextTranche(state: State, after = 0): number | Refusal {
  const next = state.store(moneyStore).trancheCount + after + 1;
  return next > tranchesMax ? refuse("TRANCHES_FULL") : next;
}
