import { type CauseRow, countCauses } from "../causes/count-causes.ts";
import { pairCauses } from "../causes/pair-causes.ts";
import { groupMin } from "./count-table.ts";

/** Causes and pairs of causes as they may be shown: counts and no ids. */
export interface ShownCauses {
  readonly households: number;
  readonly causes: readonly { readonly cause: string; readonly count: number | "HIDDEN" }[];
  readonly pairs: readonly { readonly first: string; readonly second: string; readonly count: number | "HIDDEN" }[];
}

/**
 * A cause is shown where those who have it and those who do not are each nobody or at least `min`; a pair where that holds
 * of all four: both, only the first, only the second, neither. A household has several causes, so these counts have no
 * total to be subtracted from but the households themselves. Undefined where there are fewer households than `min`.
 */
export function causesWithSmallHidden(rows: readonly CauseRow[], min: number = groupMin): ShownCauses | undefined {
  const households = rows.length;
  if (households < min) return undefined;
  const mayShow = (...counts: number[]) => counts.every((count) => count === 0 || count >= min);
  const counted = new Map(countCauses(rows).map(({ cause, ids }) => [cause, ids.length]));
  const causes = [...counted].map(([cause, count]) => ({
    cause,
    count: mayShow(count, households - count) ? count : ("HIDDEN" as const),
  }));
  const pairs = pairCauses(rows).map(({ first, second, ids }) => {
    const [both, a, b] = [ids.length, counted.get(first) ?? 0, counted.get(second) ?? 0];
    const isShown = mayShow(a, b, households - a, households - b, both, a - both, b - both, households - a - b + both);
    return { first, second, count: isShown ? both : ("HIDDEN" as const) };
  });
  return { households, causes, pairs };
}
