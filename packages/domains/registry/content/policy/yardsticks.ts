import { weightedCount } from "@mingbai/measures/counting/measure-poverty";
import { isBelowLine } from "@mingbai/measures/income/net-income";
import { scoreHousehold } from "@mingbai/measures/targeting/score-household";
import type { HouseholdValues } from "../file/household-values.ts";
import { deprivationPlan, findDeprivations } from "../village/portrait/deprivations.ts";
import { proxyMeans, seenOf } from "./county/proxy-means.ts";
import type { EntryPolicy } from "./entry-policy.ts";
import { fileIncome } from "./file-income.ts";

/**
 * Other ways to say who is poor, beside which policies are held: the income line alone; who lacks what counts (Alkire & Foster
 * 2011); points from what can be seen (Grosh & Baker 1995). None of them decides.
 */
export const yardstickIds = ["line", "lacks", "score"] as const;
export type YardstickId = (typeof yardstickIds)[number];

/** Whether each of them includes a household; undefined where its file does not say enough. */
export function holdYardsticks(
  policy: Pick<EntryPolicy, "formula" | "incomeLine">,
  file: HouseholdValues,
  day: string,
): Readonly<Record<YardstickId, boolean | undefined>> {
  const income = fileIncome(policy, file);
  const { deprived, isKnown } = findDeprivations(file, day);
  const isPoor = weightedCount(deprivationPlan, { deprived }) >= deprivationPlan.cutoff;
  const score = scoreHousehold(proxyMeans, seenOf(file, day));
  return {
    line: income && isBelowLine(income, policy.incomeLine),
    // Lacking one thing is enough, whatever else nobody knows.
    lacks: isPoor || isKnown ? isPoor : undefined,
    score: "missing" in score ? undefined : score.isIncluded,
  };
}
