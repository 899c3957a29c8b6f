import { monthsBetween } from "../facts/months-between.ts";

/** An income of twelve months, a head, as it was counted on a day. */
export interface IncomeFinding {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly perPersonFen: number;
}

/**
 * Full months from the first to the last of the findings, up to a day, that are at the line or above without one below it
 * between. 0 where the last is below; undefined where nothing was counted: nobody knows.
 */
export function steadyMonths(findings: readonly IncomeFinding[], lineFen: number, day: string): number | undefined {
  const known = findings.filter(({ on }) => on <= day).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const last = known.at(-1);
  if (last === undefined) return undefined;
  const lastBelow = known.findLast(({ perPersonFen }) => perPersonFen < lineFen);
  // Of two findings of one day a low one counts: whoever wants to leave is above by all of them.
  const first = known.find(({ on }) => lastBelow === undefined || on > lastBelow.on);
  return first === undefined ? 0 : monthsBetween(first.on, last.on);
}
