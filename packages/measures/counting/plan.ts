import { basisPointsAll } from "../share.ts";
import type { Words } from "../words.ts";

/** What a measure counts: one deprivation, with its weight in basis points of all. */
export interface Indicator {
  readonly id: string;
  readonly weight: number;
}

/** Weights that add up to 10,000, and the cut-off k: whoever's weighted deprivations reach it is poor. */
export interface CountingPlan {
  readonly indicators: readonly Indicator[];
  readonly cutoff: number;
}

export const indicatorsMax = 64;

/** Words of what is wrong with a plan, or undefined. */
export function findPlanFault({ indicators, cutoff }: CountingPlan): Words | undefined {
  if (indicators.length === 0 || indicators.length > indicatorsMax) {
    return { en: `a measure has 1 to ${indicatorsMax} indicators`, zh: `指标应有 1 到 ${indicatorsMax} 个` };
  }
  if (new Set(indicators.map(({ id }) => id)).size !== indicators.length) {
    return { en: "an indicator stands in it twice", zh: "有指标写了两次" };
  }
  if (indicators.some(({ weight }) => !Number.isInteger(weight) || weight < 1)) {
    return { en: "a weight is a whole number of basis points", zh: "权重应为整数（万分之几）" };
  }
  const sum = indicators.reduce((total, { weight }) => total + weight, 0);
  if (sum !== basisPointsAll) {
    return { en: `the weights add up to ${sum}, not 10,000`, zh: `权重合计 ${sum}，应为 10,000` };
  }
  if (!Number.isInteger(cutoff) || cutoff < 1 || cutoff > basisPointsAll) {
    return { en: "the cut-off is from 1 to 10,000 basis points", zh: "界限应在万分之 1 到 10,000 之间" };
  }
  return undefined;
}
