import type { Around, FreeHelper, NeedyHousehold, PairReason } from "./pair.ts";
import { fitWeights, needMax, needWeights, skillsForCause } from "./weights.ts";

/** Mandarin: everybody with a post speaks it. */
const common = "cmn";

/** Points for a household's need, 1 to `needMax`. */
export function weighNeed({ monitored, cause }: Pick<NeedyHousehold, "monitored" | "cause">): number {
  const byClass: { readonly [code: string]: number } = needWeights.monitored;
  const byCause: { readonly [code: string]: number } = needWeights.cause;
  return Math.min(needMax, needWeights.kept + (byClass[monitored] ?? 0) + (byCause[cause] ?? 0));
}

/** Why this person fits this household, with points; undefined where they hold no post there. */
export function weighPair(
  household: NeedyHousehold,
  helper: FreeHelper,
  around: Around,
): readonly PairReason[] | undefined {
  const place = weighPlace(household, helper, around);
  if (place === undefined) return undefined;
  return [
    place,
    ...weighStaying(household, helper),
    ...weighLanguage(household, helper),
    ...weighSkill(household, helper),
  ];
}

function weighPlace({ area }: NeedyHousehold, { areas }: FreeHelper, around: Around): PairReason | undefined {
  if (areas.includes(area)) return { kind: "village", points: fitWeights.village };
  const isAround = around.get(area)?.some((outer) => areas.includes(outer)) === true;
  return isAround ? { kind: "area", points: fitWeights.area } : undefined;
}

function weighStaying({ responsible }: NeedyHousehold, { account }: FreeHelper): PairReason[] {
  return responsible === account ? [{ kind: "stays", points: fitWeights.stays }] : [];
}

function weighLanguage({ language }: NeedyHousehold, { languages }: FreeHelper): PairReason[] {
  const isSpoken = language !== common && languages.some((one) => one === language);
  return isSpoken ? [{ kind: "language", points: fitWeights.language, detail: language }] : [];
}

function weighSkill({ cause }: NeedyHousehold, { skills }: FreeHelper): PairReason[] {
  const skill = skillsForCause[cause]?.find((one) => skills.includes(one));
  return skill === undefined ? [] : [{ kind: "skill", points: fitWeights.skill, detail: skill }];
}

export function sumOf(reasons: readonly PairReason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}
