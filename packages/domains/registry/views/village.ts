/** What may be asked about a village as a whole. Asked as `GET /api/queries/<name>?…`. Browser-safe. Money is fen, shares are exact integers. */
import { z } from "zod";
import { levels } from "../content/compare/verdict.ts";
import { circumstanceIds } from "../content/village/portrait/circumstances.ts";
import { deprivationIds } from "../content/village/portrait/deprivations.ts";
import { incomeBands } from "../content/village/portrait/portrait-row.ts";
import { classShares, villageClassIds } from "../content/village/portrait/village-class.ts";
import { treeOutcomes } from "../content/village/portrait/village-portrait.ts";
import { Count, Names, Number64, Village } from "./shapes.ts";
import { villageHouseholdsMax } from "./village-report.ts";

const Share = z.object({ part: Count, whole: Count });
/** Places among `cells`. */
const At = z.array(Count);
const MaybeHidden = z.union([Count, z.literal("HIDDEN")]);
const Shown = z.object({ id: z.string(), count: MaybeHidden });

/** A household of the village, in the order of their groups and numbers. */
export const VillageCell = z.object({
  household: Number64,
  number: z.string(),
  head: z.string(),
  team: z.string(),
  people: Count,
  /** Null where it was not compared yet. */
  level: z.enum(levels).nullable(),
  monitored: z.string(),
});
export type VillageCell = z.infer<typeof VillageCell>;

/** A node of a tree: who is in it by outcome, and the question that parts it. */
export interface PortraitNode {
  at: number[];
  outcomes: { outcome: (typeof treeOutcomes)[number]; count: number }[];
  split: { indicator: (typeof circumstanceIds)[number]; yes: PortraitNode; no: PortraitNode } | null;
}
const Outcomes = z.array(z.object({ outcome: z.enum(treeOutcomes), count: Count }));
export const PortraitNode: z.ZodType<PortraitNode> = z.lazy(() =>
  z.object({
    at: At,
    outcomes: Outcomes,
    split: z.object({ indicator: z.enum(circumstanceIds), yes: PortraitNode, no: PortraitNode }).nullable(),
  }),
);

const Measure = z.object({
  people: Count,
  poor: Count,
  headcount: Share,
  intensity: Share.nullable(),
  adjusted: Share,
});

/** Numbers with the places of the households behind each. */
const OfficeNumbers = z.object({
  people: Count,
  /** Null where a share that it hangs on is not known. `because`: the shares that made it so, with the bounds in basis points. */
  villageClass: z
    .object({
      id: z.enum(villageClassIds),
      because: z.array(
        z.object({ share: z.enum(classShares), value: Share, atLeast: Count.optional(), below: Count.optional() }),
      ),
    })
    .nullable(),
  monitored: z.array(z.object({ id: z.string(), at: At })),
  causes: z.array(z.object({ cause: z.string(), at: At, mainAt: At })),
  pairs: z.array(z.object({ first: z.string(), second: z.string(), at: At })),
  income: z.array(z.object({ id: z.enum(incomeBands), at: At })),
  /** Null where nobody lives there. */
  poverty: Measure.extend({
    at: At,
    lacks: z.array(z.object({ id: z.enum(deprivationIds), people: Share, at: At })),
    unknown: At,
  }).nullable(),
  tree: PortraitNode,
});

/**
 * A village in numbers, each with the households behind it, and the same as anybody may see it: without households, and without groups of fewer
 * than five of them. What a household's file says needs the opened file.
 */
export const villagePortraitView = {
  name: "registry.villagePortrait",
  params: z.object({ village: Village }),
  result: z.object({
    village: Village,
    area: Names,
    /** A year, a head. */
    incomeLine: Count,
    cells: z.array(VillageCell).max(villageHouseholdsMax),
    /**
     * For the office that keeps the files. Null for whoever supervises or audits it until they have opened the files of all these households by
     * `registry.openFiles` within `readingMsMax`: who stands behind a number is said in those files.
     */
    office: OfficeNumbers.nullable(),
    outside: z.object({
      households: MaybeHidden,
      monitored: z.array(Shown),
      income: z.array(Shown),
      causes: z.array(Shown).nullable(),
      poverty: Measure.nullable(),
      tree: PortraitNode.nullable(),
    }),
    readAt: z.object({ height: Count, timeMs: Count }),
  }),
} as const;

export const villageViews = [villagePortraitView] as const;
