import { type DemoPlan, demoPlan } from "../../../apps/node/demo/demo-plan.ts";
import { momentOf } from "../../../apps/node/demo/demo-year.ts";

/** How much of a district stands behind the pages that are read. A list of one month may have 8,192 lines at most. */
export interface PagesSize {
  readonly months: number;
  readonly people: number;
  readonly matters: number;
  /** Household files; none unless given. */
  readonly households?: number;
  readonly readers: number;
  /** Answers that one round waits for. */
  readonly requests: number;
}

/** 118 months × 8,506 payments of lists are 1,003,708. */
export const pagesSizes = {
  full: { months: 118, people: 6_800, matters: 10_000, readers: 32, requests: 8_000 },
  small: { months: 2, people: 120, matters: 30, readers: 2, requests: 24 },
} as const satisfies Record<string, PagesSize>;

/** Files of a county under the same readers. Two months: the oldest case of the demo began in the month before the last. */
export const filesSizes = {
  full: { months: 2, people: 120, matters: 8, households: 100_000, readers: 32, requests: 4_000 },
  small: { months: 2, people: 120, matters: 8, households: 100, readers: 2, requests: 24 },
} as const satisfies Record<string, PagesSize>;

const firstYear = 2016;
const monthsOfYear = 12;
/** So long only the street applies: people are paid from what it receives. */
const streetFirstMs = 7 * 86_400_000;

/** The demo's district over so many months from January 2016 on, the same on every machine. */
export function pagesPlan({ months: count, people, matters, households = 0 }: PagesSize): DemoPlan {
  const months = Array.from({ length: count + 1 }, (_, index) => {
    const year = firstYear + Math.floor(index / monthsOfYear);
    return `${year}-${String((index % monthsOfYear) + 1).padStart(2, "0")}`;
  });
  const untilMs = momentOf(months.pop() ?? "", { day: 1 });
  const startMs = momentOf(months[0] ?? "", { day: 3 });
  // Twice a week's more than are asked for, as most of the first week's are left out and more are entered at the end.
  const weeks = (untilMs - startMs) / streetFirstMs;
  const plan = demoPlan({ months, people, matters: matters + Math.ceil((2 * matters) / weeks), households, untilMs });
  const isInTime = ({ atMs, desk }: DemoPlan["matters"][number]): boolean =>
    atMs >= startMs + streetFirstMs || desk.payee === "street-office";
  return { ...plan, matters: plan.matters.filter(isInTime) };
}
