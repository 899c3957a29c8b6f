import type { PovertyResult } from "@mingbai/measures/counting/measure-poverty";
import { causesWithSmallHidden, type ShownCauses } from "@mingbai/measures/hiding/causes-with-small-hidden";
import { groupMin } from "@mingbai/measures/hiding/count-table";
import { type ShownTree, treeWithSmallGroupsHidden } from "@mingbai/measures/hiding/tree-with-small-groups-hidden";
import { withSmallGroupsHidden } from "@mingbai/measures/hiding/with-small-groups-hidden";
import { incomeBands, type PortraitRow } from "./portrait-row.ts";
import type { VillagePortrait } from "./village-portrait.ts";

type Count = number | "HIDDEN";

/** A village in numbers as they may be seen by anybody: no households, and no group of fewer than five of them. */
export interface OutsidePortrait {
  readonly households: Count;
  readonly monitored: readonly { readonly id: string; readonly count: Count }[];
  readonly income: readonly { readonly id: string; readonly count: Count }[];
  /** Undefined where the village itself is such a group. */
  readonly causes: ShownCauses | undefined;
  readonly poverty: Pick<PovertyResult, "people" | "poor" | "headcount" | "intensity" | "adjusted"> | undefined;
  readonly tree: ShownTree | undefined;
}

const noClass = "none";

/**
 * Households are counted and not people, which hides more: every household has somebody. Classes and bands are hidden in one table,
 * since both are of the same households.
 */
export function portraitOutside(rows: readonly PortraitRow[], portrait: VillagePortrait): OutsidePortrait {
  const classes = [...new Set([...portrait.monitored.map(({ id }) => id), noClass])];
  const classOf = ({ monitored }: PortraitRow) => (monitored === "" ? noClass : monitored);
  const table = withSmallGroupsHidden({
    rows: classes,
    columns: incomeBands,
    counts: classes.map((one) =>
      incomeBands.map((band) => rows.filter((row) => classOf(row) === one && row.income === band).length),
    ),
  });
  const { poverty } = portrait;
  const isShown = table.total !== "HIDDEN";
  // The tree's root tells who is monitored and who is not: where the table hides that, it would give a class away.
  const hasTree = isShown && table.rowTotals[classes.indexOf(noClass)] !== "HIDDEN";
  return {
    households: table.total,
    monitored: classes.flatMap((id, at) => (id === noClass ? [] : [{ id, count: table.rowTotals[at] ?? "HIDDEN" }])),
    income: incomeBands.map((id, at) => ({ id, count: table.columnTotals[at] ?? "HIDDEN" })),
    causes: isShown ? causesWithSmallHidden(rows) : undefined,
    poverty: isShown && poverty !== undefined && mayShow(poverty, rows) ? measureOf(poverty) : undefined,
    tree: hasTree ? treeWithSmallGroupsHidden(portrait.tree) : undefined,
  };
}

/** Households who lack something, and those who do not, are each nobody or enough. */
function mayShow({ poorIds }: PovertyResult, rows: readonly PortraitRow[]): boolean {
  return [poorIds.length, rows.length - poorIds.length].every((count) => count === 0 || count >= groupMin);
}

function measureOf({ people, poor, headcount, intensity, adjusted }: PovertyResult) {
  return { people, poor, headcount, intensity, adjusted };
}
