import { type DateOrder, type DateText, dateOrders, findDateText } from "./date-text.ts";
import { isoDate } from "./read-date.ts";

/** What a whole column says about the order of its dates. */
export type DateVerdict =
  | { readonly decided: true; readonly order: DateOrder; readonly reason: string }
  | {
      readonly decided: false;
      readonly reason: string;
      readonly choices: readonly { readonly order: DateOrder; readonly example: string }[];
    };

/** One order must fit this many times the dates that only another fits; the few that disagree are refused as rows. */
const majorityTimes = 20;

/** Decides the order of dates from every cell of a column, or returns the question for a person. */
export function decideDateOrder(cells: Iterable<string>): DateVerdict {
  const counts = countOrders(cells);
  const { fits, example } = counts;
  if (counts.total === 0)
    return {
      decided: true,
      order: "dmy",
      reason: counts.any ? "every date names its year first or its month" : "no dates",
    };
  const usual = fits.dmy >= fits.mdy ? ("dmy" as const) : ("mdy" as const);
  const other = usual === "dmy" ? "mdy" : "dmy";
  // A year of two digits in front is rare: it is believed only where neither usual order fits.
  if (fits.ymd === counts.total && fits[usual] * majorityTimes < counts.total * (majorityTimes - 1)) {
    return { decided: true, order: "ymd", reason: `only year-month-day fits all ${counts.total} dates` };
  }
  if (fits[usual] === 0) return { decided: true, order: "dmy", reason: "no date is valid in any order" };
  const [mine, theirs] = [fits[usual] - counts.both, fits[other] - counts.both];
  if (mine > 0 && mine >= theirs * majorityTimes) {
    return { decided: true, order: usual, reason: `${mine} of ${counts.total} dates fit no other order` };
  }
  if (counts.differing === 0) return { decided: true, order: usual, reason: "both orders give the same days" };
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

interface OrderCounts {
  readonly total: number;
  readonly any: boolean;
  readonly both: number;
  readonly differing: number;
  readonly fits: Record<DateOrder, number>;
  readonly example: string;
}

function countOrders(cells: Iterable<string>): OrderCounts {
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  let [total, both, differing, any, example] = [0, 0, 0, false, ""];
  for (const [cell, count] of tally(cells)) {
    const date = findDateText(cell);
    if (date === undefined) continue;
    any = true;
    if (date.kind !== "numbers") continue;
    total += count;
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
  return { total, any, both, differing, fits, example };
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
