import { type DateOrder, type DateText, dateOrders, findDateText } from "./date-text.ts";
import { isoDate } from "./read-date.ts";

/** What a whole column says about the order of its dates. */
export type DateVerdict =
  | {
      readonly decided: true;
      readonly order: DateOrder;
      readonly reason: string;
      /** True where dates that fit no other order decided, so that another order would be wrong. */
      readonly proven: boolean;
    }
  | {
      readonly decided: false;
      readonly reason: string;
      readonly choices: readonly { readonly order: DateOrder; readonly example: string }[];
    };

/** One order must fit this many times the dates that only another fits; the few that disagree are refused as rows. */
const majorityTimes = 20;
/** Years of two digits in front or at the end: the list's years lie this close together, and its days taken for years do not. */
const yearSpanMax = 2;
const daySpanMin = 6;

/** Decides the order of dates from every cell of a column, or returns the question for a person. */
export function decideDateOrder(cells: Iterable<string>): DateVerdict {
  const counts = countOrders(cells);
  const { fits, example } = counts;
  if (counts.total === 0)
    return {
      decided: true,
      order: "dmy",
      reason: counts.any ? "every date names its year first or its month" : "no dates",
      proven: false,
    };
  const usual = fits.dmy >= fits.mdy ? ("dmy" as const) : ("mdy" as const);
  const other = usual === "dmy" ? "mdy" : "dmy";
  const [first, last] = [spanOf(counts.firsts), spanOf(counts.thirds)];
  if (nearlyAll(fits.ymd, counts.total)) {
    if (!nearlyAll(fits[usual], counts.total)) {
      const reason = `only year-month-day fits ${fits.ymd} of ${counts.total} dates`;
      return { decided: true, order: "ymd", reason, proven: true };
    }
    if (first <= yearSpanMax && last >= daySpanMin) {
      return { decided: true, order: "ymd", reason: "the first numbers are years close together", proven: false };
    }
    if (!(last <= yearSpanMax && first >= daySpanMin)) return yearQuestion(counts, usual);
  }
  if (fits[usual] === 0) return { decided: true, order: "dmy", reason: "no date is valid in any order", proven: false };
  const [mine, theirs] = [fits[usual] - counts.both, fits[other] - counts.both];
  if (mine > 0 && mine >= theirs * majorityTimes) {
    const reason = `${mine} of ${counts.total} dates do not fit ${other}`;
    return { decided: true, order: usual, reason, proven: true };
  }
  if (counts.differing === 0)
    return { decided: true, order: usual, reason: "both orders give the same days", proven: false };
  return {
    decided: false,
    reason:
      mine === 0
        ? `all ${counts.total} dates fit both orders`
        : `${mine} dates fit only ${usual}, ${theirs} only ${other}`,
    choices: [
      { order: "dmy", example: `${example} is ${explain(example, "dmy")}` },
      { order: "mdy", example: `${example} is ${explain(example, "mdy")}` },
    ],
  };
}

function nearlyAll(some: number, all: number): boolean {
  return some * majorityTimes >= all * (majorityTimes - 1);
}

function spanOf(numbers: ReadonlySet<number>): number {
  return numbers.size === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
}

/** Day or year: 15-04-17 may be 15 April 2017 and 17 April 2015. */
function yearQuestion({ total, short }: OrderCounts, usual: DateOrder): DateVerdict {
  return {
    decided: false,
    reason: `the years of ${total} dates have two digits and may stand first or last`,
    choices: [usual, "ymd" as const].map((order) => ({ order, example: `${short} is ${explain(short, order)}` })),
  };
}

interface OrderCounts {
  readonly total: number;
  readonly any: boolean;
  readonly both: number;
  readonly differing: number;
  readonly fits: Record<DateOrder, number>;
  readonly example: string;
  /** A date of which the year has two digits. */
  readonly short: string;
  /** What stands first and last in dates of three numbers; at most 100 different numbers each. */
  readonly firsts: ReadonlySet<number>;
  readonly thirds: ReadonlySet<number>;
}

function countOrders(cells: Iterable<string>): OrderCounts {
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  const firsts = new Set<number>();
  const thirds = new Set<number>();
  let [total, both, differing, any, example, short] = [0, 0, 0, false, "", ""];
  for (const [cell, count] of tally(cells)) {
    const date = findDateText(cell);
    if (date === undefined) continue;
    any = true;
    if (date.kind !== "numbers") continue;
    total += count;
    firsts.add(date.first);
    thirds.add(date.third);
    if (date.shortYear) short ||= cell;
    const found = dateOrders.map((order) => isoDate(date, order));
    if (found[0] !== undefined) fits.dmy += count;
    if (found[1] !== undefined) fits.mdy += count;
    if (found[2] !== undefined) fits.ymd += count;
    if (found[0] === undefined || found[1] === undefined) continue;
    both += count;
    if (found[0] !== found[1]) {
      differing += count;
      example ||= cell;
    }
  }
  return { total, any, both, differing, fits, example, short, firsts, thirds };
}

/** A list has few different dates: each is looked at once. */
function tally(cells: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

function explain(cell: string, order: DateOrder): string {
  const date: DateText | undefined = findDateText(cell);
  return (date === undefined ? undefined : isoDate(date, order)) ?? "no date";
}
