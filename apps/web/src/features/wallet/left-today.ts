import { localDay } from "@mingbai/ledger/calendar/local-days";
import type { WalletOffer } from "@mingbai/treasury/views/offers";

/** Why nothing of an offer can be spent now, as execution would refuse it. */
export type SpendRefusal = "over" | "notBegun" | "frozen" | "nothing" | "today";

/** What may still be spent today, and why not more. */
export function leftToday(
  { offer, heldMinor, spentDay, spentThatDayMinor }: Omit<WalletOffer, "spentMinor" | "taken">,
  { nowMs, zoneOffsetMinutes }: { nowMs: number; zoneOffsetMinutes: number },
): { readonly mayMinor: number; readonly refusal: SpendRefusal | undefined } {
  const refusal = standsAgainst(offer, nowMs);
  if (refusal !== undefined) return { mayMinor: 0, refusal };
  if (heldMinor <= 0) return { mayMinor: 0, refusal: "nothing" };
  const spentToday = spentDay === localDay({ zoneOffsetMinutes }, nowMs) ? spentThatDayMinor : 0;
  const mayMinor = Math.min(heldMinor, Math.max(0, offer.perDayMinor - spentToday));
  return { mayMinor, refusal: mayMinor > 0 ? undefined : "today" };
}

function standsAgainst(offer: WalletOffer["offer"], nowMs: number): SpendRefusal | undefined {
  if (offer.standing === "over" || nowMs >= offer.untilMs) return "over";
  if (nowMs < offer.fromMs) return "notBegun";
  return offer.isFrozen ? "frozen" : undefined;
}
