import { type CauseCount, countCauses } from "@mingbai/measures/causes/count-causes";
import { growTree } from "@mingbai/measures/causes/grow-tree";
import { type CausePair, pairCauses } from "@mingbai/measures/causes/pair-causes";
import type { TreeNode, TreeRow } from "@mingbai/measures/causes/tree-node";
import { measurePoverty, type PovertyResult } from "@mingbai/measures/counting/measure-poverty";
import { countGroups, type Group } from "../../compare/count-groups.ts";
import { circumstanceIds } from "./circumstances.ts";
import { deprivationPlan } from "./deprivations.ts";
import { type IncomeBand, incomeBands, type PortraitRow } from "./portrait-row.ts";

/** A village in numbers, each with the households behind it: for the office that keeps their files. */
export interface VillagePortrait {
  readonly households: number;
  readonly people: number;
  /** By class. */
  readonly monitored: readonly Group[];
  readonly causes: readonly CauseCount[];
  readonly pairs: readonly CausePair[];
  /** By band, in their order. */
  readonly income: readonly (Group & { readonly id: IncomeBand })[];
  /** Undefined where nobody lives there. */
  readonly poverty: PovertyResult | undefined;
  /** Whose files do not say of each guarantee whether it is there. */
  readonly unknown: readonly string[];
  readonly tree: TreeNode;
}

export const treeOutcomes = ["monitored", "other"] as const;

export function villagePortrait(rows: readonly PortraitRow[]): VillagePortrait {
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  const inBand = (band: string) => rows.filter(({ income }) => income === band).map(({ id }) => id);
  return {
    households: rows.length,
    people,
    monitored: countGroups(
      rows.filter(({ monitored }) => monitored !== "").map((row) => ({ ...row, household: row.id })),
      ({ monitored }) => [monitored],
    ),
    causes: countCauses(rows),
    pairs: pairCauses(rows),
    income: incomeBands.map((band) => ({ id: band, count: inBand(band).length, households: inBand(band) })),
    poverty: people === 0 ? undefined : measurePoverty(deprivationPlan, rows),
    unknown: rows.filter(({ isKnown }) => !isKnown).map(({ id }) => id),
    tree: growTree(rows.map(treeRow), { indicators: circumstanceIds }),
  };
}

/** What holds is "true"; whoever says nothing of it is a no, as the tree has it. */
function treeRow({ id, circumstances, monitored }: PortraitRow): TreeRow {
  const values = Object.fromEntries(circumstances.map((name) => [name, "true"]));
  return { id, values, outcome: monitored === "" ? "other" : "monitored" };
}
