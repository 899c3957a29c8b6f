import { basisPointsAll, findShare, getShare, type Share } from "../share.ts";
import { type CountingPlan, findPlanFault } from "./plan.ts";

/** One household: how many people it stands for, and for each indicator of the plan, in its order, whether it is deprived. */
export interface CountedRow {
  readonly id: string;
  readonly people: number;
  readonly deprived: readonly boolean[];
}

/** What one indicator says. */
export interface IndicatorResult {
  readonly id: string;
  /** People deprived in it, poor or not, of all. */
  readonly uncensored: Share;
  /** People deprived in it and poor, of all. */
  readonly censored: Share;
  /** Its part of M0; undefined where nobody is poor. All contributions add up to the whole. */
  readonly contribution: Share | undefined;
}

/** H, A and M0 as exact shares, and who is poor. */
export interface PovertyResult {
  readonly people: number;
  readonly poor: number;
  /** Σ over poor people of their weighted deprivations, in basis points: what all shares are made of. */
  readonly deprivation: number;
  /** H: poor people of all people. */
  readonly headcount: Share;
  /** A: average weighted deprivation of the poor; undefined where nobody is poor. */
  readonly intensity: Share | undefined;
  /** M0 = H × A. */
  readonly adjusted: Share;
  readonly indicators: readonly IndicatorResult[];
  readonly poorIds: readonly string[];
}

/**
 * The adjusted headcount ratio by counting with two cut-offs: S. Alkire, J. Foster, "Counting and multidimensional poverty
 * measurement", Journal of Public Economics 95 (2011) 476–487. Households are identified, people are counted. Throws
 * RangeError on a plan with a fault, a row of another length, and no people at all.
 */
export function measurePoverty(plan: CountingPlan, rows: readonly CountedRow[]): PovertyResult {
  const fault = findPlanFault(plan);
  if (fault !== undefined) throw new RangeError(fault.en);
  const scored = rows.map((row) => ({ row, score: weightedCount(plan, row) }));
  const poorRows = scored.filter(({ score }) => score >= plan.cutoff);
  const people = countPeople(rows);
  const poor = countPeople(poorRows.map(({ row }) => row));
  const deprivation = poorRows.reduce((sum, { row, score }) => sum + score * row.people, 0);
  const indicators = plan.indicators.map(({ id, weight }, at) => {
    const deprived = countPeople(rows.filter((row) => row.deprived[at]));
    const counted = countPeople(poorRows.map(({ row }) => row).filter((row) => row.deprived[at]));
    const contribution = findShare(counted * weight, deprivation);
    return { id, uncensored: getShare(deprived, people), censored: getShare(counted, people), contribution };
  });
  return {
    people,
    poor,
    deprivation,
    headcount: getShare(poor, people),
    intensity: findShare(deprivation, poor * basisPointsAll),
    adjusted: getShare(deprivation, people * basisPointsAll),
    indicators,
    poorIds: poorRows.map(({ row }) => row.id),
  };
}

/** A household's weighted deprivations in basis points: what is held against the cut-off. Throws RangeError as above. */
export function weightedCount({ indicators }: CountingPlan, { deprived }: Pick<CountedRow, "deprived">): number {
  if (deprived.length !== indicators.length) throw new RangeError("one answer for each indicator");
  return indicators.reduce((sum, { weight }, at) => sum + (deprived[at] ? weight : 0), 0);
}

function countPeople(rows: readonly CountedRow[]): number {
  return rows.reduce((sum, { people }) => {
    if (!Number.isSafeInteger(people) || people < 0) throw new RangeError("people are counted in integers");
    return sum + people;
  }, 0);
}
