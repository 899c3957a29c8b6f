/** A part of a whole, both exact integers from 0 to 2^53 − 1, the whole above 0. Never a fraction in floating point: shares decide. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Basis points of a whole: 10,000 are all of it. */
export const basisPointsAll = 10_000;

/** The share, or undefined where there is no whole. Throws RangeError on what is no exact non-negative integer. */
export function findShare(part: number, whole: number): Share | undefined {
  for (const count of [part, whole]) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError("parts and wholes are integers from 0 to 2^53 − 1");
  }
  return whole === 0 ? undefined : { part, whole };
}

/** As `findShare`, where a whole must be there; throws RangeError on 0. */
export function getShare(part: number, whole: number): Share {
  const share = findShare(part, whole);
  if (share === undefined) throw new RangeError("a share of nothing");
  return share;
}

/** Less than 0, 0 or more than 0 as `a` is below, at or above `b`: exact, by cross-multiplication. */
export function compareShares(a: Share, b: Share): number {
  const difference = BigInt(a.part) * BigInt(b.whole) - BigInt(b.part) * BigInt(a.whole);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** To the nearest basis point, half upwards. For showing only: whatever decides compares shares. */
export function basisPointsOf({ part, whole }: Share): number {
  return Number((2n * BigInt(part) * BigInt(basisPointsAll) + BigInt(whole)) / (2n * BigInt(whole)));
}
