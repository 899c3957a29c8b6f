import type { MatterRow } from "@mingbai/workflow/views";
import type { Place } from "./use-purse.ts";

/** Why a place cannot pay a matter, as execution would refuse it. */
export type PlaceRefusal = "fund" | "frozen" | "expired" | "short";

export type PayItem = Pick<MatterRow, "id" | "amountMinor" | "fund">;

/** A place among others, as a value of a form. */
export const placeKey = ({ holder, tranche }: Pick<Place, "holder" | "tranche">) => `${holder} ${tranche}`;

export interface PlannedPayment {
  readonly item: PayItem;
  /** Where it is paid from; undefined where nothing can pay it. */
  readonly place: Place | undefined;
  /** Every place with why it cannot pay this, the oldest money first; `freeMinor` is what items before leave. */
  readonly places: readonly {
    readonly place: Place;
    readonly freeMinor: number;
    readonly refusal: PlaceRefusal | undefined;
  }[];
}

function refusalOf(
  { place, freeMinor }: { place: Place; freeMinor: number },
  { amountMinor, fundCode }: { amountMinor: number; fundCode: string | undefined },
): PlaceRefusal | undefined {
  if (place.fund.id !== fundCode) return "fund";
  if (place.standing !== "open") return place.standing;
  return freeMinor < amountMinor ? "short" : undefined;
}

/**
 * Which money pays which matter: the place that was chosen for it where that can pay, else the oldest that can. What an
 * item takes the next ones no longer find. `funds`: the codes of funds by number.
 */
export function planPayments(
  items: readonly PayItem[],
  places: readonly Place[],
  { chosen, funds }: { chosen: Readonly<Record<string, string>>; funds: ReadonlyMap<number, string> },
): readonly PlannedPayment[] {
  const oldestFirst = [...places].sort((a, b) => a.tranche - b.tranche);
  const taken = new Map<string, number>();
  return items.map((item) => {
    const wanted = { amountMinor: item.amountMinor, fundCode: funds.get(item.fund) };
    const judged = oldestFirst.map((place) => {
      const freeMinor = place.freeMinor - (taken.get(placeKey(place)) ?? 0);
      return { place, freeMinor, refusal: refusalOf({ place, freeMinor }, wanted) };
    });
    const able = judged.filter(({ refusal }) => refusal === undefined).map(({ place }) => place);
    const place = able.find((one) => placeKey(one) === chosen[item.id]) ?? able[0];
    if (place) taken.set(placeKey(place), (taken.get(placeKey(place)) ?? 0) + item.amountMinor);
    return { item, place, places: judged };
  });
}

/** What each place that pays has now, pays, and keeps. */
export function placesAfter(plan: readonly PlannedPayment[]) {
  const paid = new Map<string, { place: Place; paidMinor: number }>();
  for (const { item, place } of plan) {
    if (!place) continue;
    const before = paid.get(placeKey(place))?.paidMinor ?? 0;
    paid.set(placeKey(place), { place, paidMinor: before + item.amountMinor });
  }
  return [...paid.values()].map(({ place, paidMinor }) => ({
    place,
    paidMinor,
    leftMinor: place.freeMinor - paidMinor,
  }));
}
