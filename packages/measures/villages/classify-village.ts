import { basisPointsAll, compareShares, type Share } from "../share.ts";

/** A condition on one share: from `atLeast` up to below `below`, in basis points; either may be left open. */
export interface ShareCondition {
  readonly share: string;
  readonly atLeast?: number;
  readonly below?: number;
}

/** A class and all that must hold for it. */
export interface VillageClassRule {
  readonly villageClass: string;
  readonly all: readonly ShareCondition[];
}

/** Classes in the order in which they are tried, and the class of whatever fits none. As data, so that a page can show it. */
export interface VillageRules {
  readonly rules: readonly VillageClassRule[];
  readonly otherwise: string;
}

/** A village's class, with the conditions that made it so and the village's own shares. */
export interface VillageClass {
  readonly villageClass: string;
  /** Empty where it fits no class before the last. */
  readonly because: readonly (ShareCondition & { readonly value: Share })[];
}

/**
 * The first class whose conditions all hold. Where the answer hangs on a share that is not known, its name is the answer
 * and there is no class: a village is not put into a later class because somebody did not count.
 */
export function classifyVillage(
  { rules, otherwise }: VillageRules,
  shares: Readonly<Record<string, Share>>,
): VillageClass | { readonly missing: string } {
  for (const { villageClass, all } of rules) {
    const judged = all.map((condition) => ({ condition, value: shares[condition.share] }));
    if (judged.some(({ condition, value }) => value !== undefined && !holds(condition, value))) continue;
    const unknown = judged.find(({ value }) => value === undefined);
    if (unknown !== undefined) return { missing: unknown.condition.share };
    const because = judged.flatMap(({ condition, value }) => (value === undefined ? [] : [{ ...condition, value }]));
    return { villageClass, because };
  }
  return { villageClass: otherwise, because: [] };
}

function holds({ atLeast, below }: ShareCondition, value: Share): boolean {
  if (atLeast !== undefined && compareShares(value, { part: atLeast, whole: basisPointsAll }) < 0) return false;
  return below === undefined || compareShares(value, { part: below, whole: basisPointsAll }) < 0;
}
