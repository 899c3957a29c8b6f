import { findShare, getShare, type Share } from "../share.ts";
import { type CountedRow, measurePoverty, type PovertyResult } from "./measure-poverty.ts";
import type { CountingPlan } from "./plan.ts";

/** A group with its own measure and what it adds to everybody's. */
export interface GroupResult extends PovertyResult {
  readonly group: string;
  /** People of the group, of all. */
  readonly populationShare: Share;
  /** The group's part of M0; undefined where nobody is poor. More than its share of people means a heavier burden. */
  readonly contribution: Share | undefined;
}

/**
 * The measure of all and of each group, groups by name. M0 of all is the mean of the groups' weighted by people (subgroup
 * decomposability, Alkire & Foster 2011 §5): here exactly, since people and deprivations simply add up. Groups without
 * people are left out.
 */
export function measureGroups(
  plan: CountingPlan,
  rows: readonly (CountedRow & { readonly group: string })[],
): { readonly all: PovertyResult; readonly groups: readonly GroupResult[] } {
  const all = measurePoverty(plan, rows);
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  const named = [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = named
    .filter(([, members]) => members.some(({ people }) => people > 0))
    .map(([group, members]) => {
      const own = measurePoverty(plan, members);
      const contribution = findShare(own.deprivation, all.deprivation);
      return { ...own, group, populationShare: getShare(own.people, all.people), contribution };
    });
  return { all, groups };
}
