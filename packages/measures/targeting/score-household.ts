/** One published term: so many points for each unit of an indicator. */
export interface ScoreTerm {
  readonly indicator: string;
  /** Integer; below 0 where the indicator speaks against need. */
  readonly points: number;
}

/**
 * A proxy-means rule: points from things that can be seen (M. Grosh, J. Baker, "Proxy means tests for targeting social
 * programs", LSMS Working Paper 118, World Bank 1995). Who reaches the threshold is included.
 */
export interface ScoreRule {
  readonly base: number;
  readonly terms: readonly ScoreTerm[];
  readonly threshold: number;
}

/** Integer values of a household's indicators; yes is 1 and no is 0. */
export type IndicatorValues = Readonly<Record<string, number>>;

/** A household's score with what each term adds, so that anybody can add it up again. */
export interface Score {
  readonly score: number;
  readonly parts: readonly { readonly indicator: string; readonly points: number }[];
  readonly isIncluded: boolean;
}

/**
 * base + Σ points × value. Where a value is not known there is no score, but the names of what is missing: an unknown
 * thing is neither there nor absent. Throws RangeError on values and points that do not give an exact integer.
 */
export function scoreHousehold(rule: ScoreRule, values: IndicatorValues): Score | { readonly missing: string[] } {
  const missing = rule.terms.map(({ indicator }) => indicator).filter((indicator) => values[indicator] === undefined);
  if (missing.length > 0) return { missing };
  const parts = rule.terms.map(({ indicator, points }) => ({ indicator, points: points * (values[indicator] ?? 0) }));
  const score = parts.reduce((sum, { points }) => sum + points, rule.base);
  const isExact = [rule.base, rule.threshold, score, ...parts.map(({ points }) => points)].every(Number.isSafeInteger);
  if (!isExact) throw new RangeError("scores are integers up to 2^53 − 1");
  return { score, parts, isIncluded: score >= rule.threshold };
}
