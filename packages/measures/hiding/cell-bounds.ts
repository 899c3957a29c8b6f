import type { Equation } from "./equations.ts";

/** What a reader knows of a cell at least: it is from `low` to `high`. */
export interface CellBounds {
  readonly low: number;
  readonly high: number;
}

/** Rounds of tightening: each passes what one line tells on to the lines across it. */
export const tighteningRoundsMax = 32;

/**
 * What follows for each cell from the shown ones and from counts being no less than 0: bounds of one line tighten those
 * of the lines across it, again and again (the shuttle algorithm: L. Buzzigoli, A. Giusti, 1999). `shown[cell]` is
 * undefined where it is hidden.
 */
export function cellBounds(equations: readonly Equation[], shown: readonly (number | undefined)[]): CellBounds[] {
  const low = shown.map((count) => count ?? 0);
  const high = shown.map((count) => count ?? Number.MAX_SAFE_INTEGER);
  for (let round = 0; round < tighteningRoundsMax; round++) {
    const before = [...low, ...high];
    for (const equation of equations) tighten(equation, low, high);
    if ([...low, ...high].every((bound, at) => bound === before[at])) break;
  }
  return low.map((bound, at) => ({ low: bound, high: high[at] ?? Number.MAX_SAFE_INTEGER }));
}

/** In `Σ parts = total`: the total lies between the sums of bounds, and a part is what the others can leave it. */
function tighten({ parts, total }: Equation, low: number[], high: number[]): void {
  const [lows, highs] = [sum(parts, low), sum(parts, high)];
  raise(low, total, lows);
  lower(high, total, highs);
  for (const part of parts) {
    lower(high, part, at(high, total) - (lows - at(low, part)));
    // Where another part may be anything, nothing follows from below.
    if (highs < Number.MAX_SAFE_INTEGER) raise(low, part, at(low, total) - (highs - at(high, part)));
  }
}

function sum(parts: readonly number[], bounds: readonly number[]): number {
  return parts.reduce((total, part) => total + at(bounds, part), 0);
}

function at(bounds: readonly number[], cell: number): number {
  return bounds[cell] ?? 0;
}

function raise(bounds: number[], cell: number, to: number): void {
  if (to > at(bounds, cell)) bounds[cell] = to;
}

function lower(bounds: number[], cell: number, to: number): void {
  if (to < at(bounds, cell)) bounds[cell] = to;
}
