import { toHex } from "@mingbai/codec/hex";
import { budgetPeriodMs, periodEvaluationsMax } from "../limits.ts";
import { type Offer, offerId } from "../messages/offer.ts";
import type { BudgetLimit } from "./budget.ts";

/**
 * What one ask counts against: the offer's own bound, and the asker's for this period over all offers. Periods are
 * counted from the epoch, so twice the bound can be asked within one period's length across a border.
 */
export function limitsOf(offer: Offer, nowMs: number): BudgetLimit[] {
  const period = Math.floor(nowMs / budgetPeriodMs);
  return [
    { account: `offer/${toHex(offerId(offer))}`, max: offer.evaluationsMax },
    { account: `asker/${offer.asker}/period/${period}`, max: periodEvaluationsMax },
  ];
}
