import { fillPlaces, noPair } from "./fill-places.ts";
import type { Around, FreeHelper, NeedyHousehold, PairReason } from "./pair.ts";
import { sumOf, weighNeed, weighPair } from "./weigh-pair.ts";
import { fitWeights, fullerMax } from "./weights.ts";

/** A household with the person who is proposed to answer for it. */
export interface ProposedPair {
  readonly household: string;
  readonly account: string;
  readonly need: number;
  /** They add up to the pair's points. */
  readonly reasons: readonly PairReason[];
}

/** nobodyThere: nobody has a post there. noPlace: all who have are full, and others need it more. */
export interface LeftHousehold {
  readonly household: string;
  readonly need: number;
  readonly because: "nobodyThere" | "noPlace";
}

export interface Proposal {
  readonly pairs: readonly ProposedPair[];
  readonly left: readonly LeftHousehold[];
}

/**
 * Proposes who answers for which household, the best for all together by the published weights (`weights.ts`). The same input
 * gives the same proposal, in whichever order people stand; households keep their order in the answer. It decides nothing.
 */
export function proposeAssignments({
  households,
  helpers: given,
  around,
}: {
  households: readonly NeedyHousehold[];
  helpers: readonly FreeHelper[];
  around: Around;
}): Proposal {
  const helpers = given.toSorted((one, other) => (one.account < other.account ? -1 : 1));
  const fits = weighAll(households, helpers, around);
  const placed = fillPlaces({
    fits,
    needs: households.map(weighNeed),
    free: helpers.map(({ placesMax, taken }) => Math.max(0, placesMax - taken)),
    less: (at, filled) => fullness(helpers[at], filled),
  });
  const [pairs, left]: [ProposedPair[], LeftHousehold[]] = [[], []];
  households.forEach((household, at) => {
    const helper = helpers[placed[at] ?? noPair];
    const need = weighNeed(household);
    const { household: id } = household;
    if (helper !== undefined) {
      const reasons = weighPair(household, helper, around) ?? [];
      pairs.push({ household: id, account: helper.account, need, reasons });
    } else {
      const isAnybody = fits.subarray(at * helpers.length, (at + 1) * helpers.length).some((fit) => fit !== noPair);
      left.push({ household: id, need, because: isAnybody ? "noPlace" : "nobodyThere" });
    }
  });
  return { pairs, left };
}

/** Points that one more household counts less for somebody who has so many. */
function fullness(helper: FreeHelper | undefined, filled: number): number {
  const { taken = 0, placesMax = 1 } = helper ?? {};
  return Math.floor((fullerMax * (taken + filled)) / Math.max(1, placesMax));
}

/** PERF: households of one village with the same cause and language fit alike, but for who answers for them now. */
function weighAll(households: readonly NeedyHousehold[], helpers: readonly FreeHelper[], around: Around): Int16Array {
  const fits = new Int16Array(households.length * helpers.length);
  const rows = new Map<string, Int16Array>();
  const places = new Map(helpers.map(({ account }, at) => [account, at]));
  households.forEach((household, at) => {
    const { area, cause, language, responsible } = household;
    const alike = JSON.stringify([area, cause, language]);
    const row = rows.get(alike) ?? weighRow({ ...household, responsible: null }, helpers, around);
    rows.set(alike, row);
    fits.set(row, at * helpers.length);
    const present = responsible === null ? undefined : places.get(responsible);
    if (present !== undefined && row[present] !== noPair)
      fits[at * helpers.length + present] = (row[present] ?? 0) + fitWeights.stays;
  });
  return fits;
}

function weighRow(household: NeedyHousehold, helpers: readonly FreeHelper[], around: Around): Int16Array {
  return Int16Array.from(helpers, (helper) => {
    const reasons = weighPair(household, helper, around);
    return reasons === undefined ? noPair : sumOf(reasons);
  });
}
