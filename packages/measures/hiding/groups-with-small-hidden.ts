import type { GroupResult } from "../counting/measure-groups.ts";
import { groupMin } from "./count-table.ts";
import { withSmallGroupsHidden } from "./with-small-groups-hidden.ts";

/** What may be shown of a group: no ids, and no indicators, whose counts are tables of their own. */
export type ShownGroup = Pick<GroupResult, "group" | "people" | "poor" | "headcount" | "intensity" | "adjusted">;

/**
 * Groups as they may be shown beside the measure of all: those of which poor and others are each nobody or at least `min`,
 * and by name those that are hidden. Where one is hidden another is too, so that the rest does not tell its figures.
 */
export function groupsWithSmallHidden(
  groups: readonly GroupResult[],
  min: number = groupMin,
): { readonly shown: readonly ShownGroup[]; readonly hidden: readonly string[] } {
  if (groups.length === 0) return { shown: [], hidden: [] };
  const counts = groups.map(({ people, poor }) => [poor, people - poor]);
  const table = withSmallGroupsHidden(
    { rows: groups.map(({ group }) => group), columns: ["poor", "other"], counts },
    min,
  );
  const isHidden = (row: number) => [...(table.counts[row] ?? []), table.rowTotals[row]].includes("HIDDEN");
  const shown = groups
    .filter((_, row) => !isHidden(row))
    .map(({ group, people, poor, headcount, intensity, adjusted }) => {
      return { group, people, poor, headcount, intensity, adjusted };
    });
  return { shown, hidden: groups.filter((_, row) => isHidden(row)).map(({ group }) => group) };
}
