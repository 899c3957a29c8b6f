import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { trancheOpened } from "../events/tranche-opened.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { fundTable, trancheTable } from "../tables.ts";
import { nextTranche } from "./tranche.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Where money of an expired tranche goes: to the fund's office, in the return tranche that stands for it, made now if
 * there is none that still lives. The fund's policy sets its expiry.
 */
export function returnTrancheFor(
  { state, moment }: Pick<CommandContext, "state" | "moment">,
  place: { fund: number; tranche: number },
): Refusal | { to: string; toTranche: number; events: Event[] } {
  const fund = state.table(fundTable).find(String(place.fund));
  if (fund === undefined) throw new Error(`fund ${place.fund} does not exist`);
  const known = state.table(trancheTable).find(String(place.tranche))?.returnTranche;
  if (known !== undefined && !state.store(moneyStore).getTranche(known).expired) {
    return { to: fund.office, toTranche: known, events: [] };
  }
  const next = nextTranche(state);
  if (typeof next !== "number") return next;
  const opened = trancheOpened({
    tranche: next,
    fund: place.fund,
    source: "return",
    owner: fund.office,
    parent: place.tranche,
    ...policyExpiry(fund.returnExpiryDays, moment.timeMs),
  });
  return { to: fund.office, toTranche: next, events: [opened] };
}

/** When money that came back at this time expires by the fund's policy. */
export function policyExpiry(days: number | undefined, timeMs: number): { expiryMs?: number } {
  return days === undefined ? {} : { expiryMs: timeMs + days * dayMs };
}
