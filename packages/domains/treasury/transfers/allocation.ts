import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findOfficeRefusal } from "../checks/account.ts";
import { yearOf } from "../checks/share.ts";
import { nextTranche } from "../checks/tranche.ts";
import { allocated } from "../events/allocated.ts";
import { trancheOpened } from "../events/tranche-opened.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import type { From } from "../schema.ts";

export interface Allocation {
  readonly from: From;
  /** The office that receives it. */
  readonly to: string;
  readonly amount: number;
  readonly expiryMs?: number | undefined;
  /** Tranches that this transaction has opened already. */
  readonly opened?: number;
  /** What it is the effect of. */
  readonly matter?: string;
}

/**
 * Passes money that may be taken (`findFromRefusal`) to another office, as a tranche of its own that never outlives the
 * one it comes from; or says why it cannot go there: no office, the payer itself, expiry, numbers used up.
 */
export function allocation(context: CommandContext, allocating: Allocation): Refusal | [Event, Event] {
  const { state, moment } = context;
  const { from, to, amount, expiryMs, opened = 0, matter } = allocating;
  const refusal = findOfficeRefusal(state, to);
  if (refusal !== undefined) return refusal;
  if (to === from.holder) return refuse("PAYEE_IS_PAYER");
  if (expiryMs !== undefined && expiryMs <= moment.timeMs) return refuse("EXPIRY_PAST");
  const parentExpiryMs = state.store(moneyStore).getTranche(from.tranche).expiryMs;
  if (parentExpiryMs > 0 && expiryMs !== undefined && expiryMs > parentExpiryMs) {
    return refuse("EXPIRY_AFTER_PARENT", { expiryMs: parentExpiryMs });
  }
  const toTranche = nextTranche(state, opened);
  if (typeof toTranche !== "number") return toTranche;
  const { fund, tranche: parent } = from;
  const until = expiryMs ?? parentExpiryMs;
  const expiry = until > 0 ? { expiryMs: until } : {};
  const shareYear = yearOf(state, moment.timeMs);
  return [
    trancheOpened({ tranche: toTranche, fund, source: "allocation", owner: to, parent, ...expiry }),
    allocated({ ...from, amount, to, toTranche, shareYear, ...(matter !== undefined && { matter }) }),
  ];
}
