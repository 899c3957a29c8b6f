import { findShare, type Share } from "../share.ts";

/** A household, whether the rule includes it, and whether the reference measure says that it is in need. */
export interface TargetedRow {
  readonly id: string;
  readonly isIncluded: boolean;
  readonly isInNeed: boolean;
}

/** Who is included and missed, by ids so that each number opens its files. */
export interface TargetingErrors {
  readonly reached: readonly string[];
  /** In need and not included. */
  readonly missed: readonly string[];
  /** Included and not in need. */
  readonly leaked: readonly string[];
  readonly rightlyOut: readonly string[];
  /** Missed of those in need; undefined where nobody is. */
  readonly exclusionError: Share | undefined;
  /** Leaked of those included; undefined where nobody is. */
  readonly inclusionError: Share | undefined;
}

/**
 * Undercoverage and leakage: D. Coady, M. Grosh, J. Hoddinott, "Targeting of Transfers in Developing Countries", World Bank
 * 2004, chapter 2. The reference measure has errors of its own; whoever shows these figures names it.
 */
export function targetingErrors(rows: readonly TargetedRow[]): TargetingErrors {
  const idsWhere = (isIncluded: boolean, isInNeed: boolean) =>
    rows.filter((row) => row.isIncluded === isIncluded && row.isInNeed === isInNeed).map(({ id }) => id);
  const [reached, missed] = [idsWhere(true, true), idsWhere(false, true)];
  const [leaked, rightlyOut] = [idsWhere(true, false), idsWhere(false, false)];
  const exclusionError = findShare(missed.length, reached.length + missed.length);
  const inclusionError = findShare(leaked.length, reached.length + leaked.length);
  return { reached, missed, leaked, rightlyOut, exclusionError, inclusionError };
}
