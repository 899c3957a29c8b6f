import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import { isQueued } from "../decide/queue-item.ts";

export interface PlanCounts {
  readonly new: number;
  readonly people: number;
  readonly change: number;
  readonly same: number;
  /** Waits for a decision. */
  readonly queued: number;
  /** Errors of the list: to be mended there. */
  readonly faults: number;
  /** In a village of which nobody has said where its files lie. */
  readonly noPlace: number;
}

export const noPlan: PlanCounts = { new: 0, people: 0, change: 0, same: 0, queued: 0, faults: 0, noPlace: 0 };

export function countPlanned(counts: PlanCounts, planned: PlannedHousehold, area: string | undefined): PlanCounts {
  const { outcome, read } = planned;
  const add = (name: keyof PlanCounts, by = 1) => ({ ...counts, [name]: counts[name] + by });
  if (outcome === "new" && area === undefined) return add("noPlace");
  if (outcome === "new") return { ...add("new"), people: counts.people + read.household.people.length };
  if (outcome === "change" || outcome === "same") return add(outcome);
  return isQueued(planned) ? add("queued") : add("faults");
}
