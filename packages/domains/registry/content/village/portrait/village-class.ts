import { findShare } from "@mingbai/measures/share";
import { classifyVillage, type VillageClass, type VillageRules } from "@mingbai/measures/villages/classify-village";
import type { VillagePortrait } from "./village-portrait.ts";

export const villageClassIds = ["focus", "watch", "steady"] as const;
export type VillageClassId = (typeof villageClassIds)[number];
export const classShares = ["monitored", "poor", "belowLine"] as const;
export type ClassShare = (typeof classShares)[number];

/** How villages are told apart, by shares in basis points: this county's own rule, tried from above. */
export const villageRules: VillageRules = {
  rules: [
    { villageClass: "focus", all: [{ share: "monitored", atLeast: 500 }] },
    { villageClass: "focus", all: [{ share: "poor", atLeast: 2_000 }] },
    { villageClass: "watch", all: [{ share: "belowLine", atLeast: 500 }] },
    { villageClass: "watch", all: [{ share: "monitored", atLeast: 300 }] },
  ],
  otherwise: "steady",
};

/**
 * A village's class with what made it so; undefined where nobody lives there. Shares are of households; of people among whom
 * something is lacking; of households whose income is known.
 */
export function findVillageClass({
  households,
  monitored,
  poverty,
  income,
}: VillagePortrait): VillageClass | undefined {
  const count = (groups: readonly { readonly count: number }[]) => groups.reduce((sum, one) => sum + one.count, 0);
  const known = income.filter(({ id }) => id !== "unknown");
  const shares = {
    monitored: findShare(count(monitored), households),
    poor: poverty?.headcount,
    belowLine: findShare(count(known.filter(({ id }) => id === "below")), count(known)),
  };
  const found = classifyVillage(
    villageRules,
    Object.fromEntries(Object.entries(shares).flatMap(([id, share]) => (share === undefined ? [] : [[id, share]]))),
  );
  return "missing" in found ? undefined : found;
}
