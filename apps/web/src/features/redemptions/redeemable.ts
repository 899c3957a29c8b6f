import type { ShareRow } from "@mingbai/treasury/views/acts";
import type { Place } from "../pay/use-purse.ts";
import { parseAmount } from "../payments/parse-amount.ts";

/** Why nothing of a place can be redeemed, as execution would refuse it. */
export type RedeemRefusal = "frozen" | "expired" | "share" | "none";

/** What may be redeemed at one place, and why not more. `share`: where an office holds it, its share of the year. */
export function redeemableOf(
  place: Pick<Place, "freeMinor" | "standing">,
  share: Pick<ShareRow, "mayMinor"> | "none" | undefined,
): { readonly mayMinor: number; readonly refusal: RedeemRefusal | undefined } {
  if (place.standing !== "open") return { mayMinor: 0, refusal: place.standing };
  if (place.freeMinor <= 0) return { mayMinor: 0, refusal: "none" };
  if (share === undefined) return { mayMinor: place.freeMinor, refusal: undefined };
  const mayMinor = Math.min(place.freeMinor, share === "none" ? 0 : share.mayMinor);
  return { mayMinor, refusal: mayMinor > 0 ? undefined : "share" };
}

export type AmountFault = "missing" | "unreadable" | "nothing" | "tooMuch";

/** The amount as typed in minor units, or what is wrong with it. */
export function readRedeemAmount(
  text: string,
  { mayMinor, decimals }: { mayMinor: number; decimals: number },
): number | AmountFault {
  const minor = parseAmount(text, decimals);
  if (minor === undefined) return "missing";
  if (minor === null) return "unreadable";
  if (minor <= 0) return "nothing";
  return minor > mayMinor ? "tooMuch" : minor;
}
