import { cellBounds } from "./cell-bounds.ts";
import { derivableCells } from "./derivable-cells.ts";
import type { Equation } from "./equations.ts";

/** A table as one list of cells, and the lines that a reader can add up. */
export interface Lines {
  readonly counts: readonly number[];
  readonly equations: readonly Equation[];
}

/**
 * Numbers of the cells that are hidden: every count from 1 to `min` − 1, and further ones until (1) no line has one hidden
 * cell alone, or hidden cells that together are fewer than `min`; (2) no small count follows from several lines together;
 * (3) of no small count it follows, by bounds, that it is below `min`. What is given up is the smallest count in question.
 */
export function cellsToHide(lines: Lines, min: number): ReadonlySet<number> {
  const small = lines.counts.flatMap((count, cell) => (count > 0 && count < min ? [cell] : []));
  const hidden = new Set(small);
  for (;;) {
    const candidates = findCandidates(lines, { small, hidden, min });
    if (candidates === undefined) return hidden;
    const shown = candidates.filter((cell) => !hidden.has(cell));
    const open = shown.length > 0 ? shown : lines.counts.map((_, cell) => cell).filter((cell) => !hidden.has(cell));
    hidden.add(cheapestOf(lines, open, hidden));
  }
}

interface Hiding {
  readonly small: readonly number[];
  readonly hidden: ReadonlySet<number>;
  readonly min: number;
}

/** Cells of which one has to be hidden as well, or undefined where enough are. */
function findCandidates(lines: Lines, hiding: Hiding): number[] | undefined {
  const weak = lines.equations.find((equation) => isWeak(lines, equation, hiding));
  if (weak !== undefined) return cellsOf(weak);
  const told = findTold(lines, hiding);
  if (told === undefined) return undefined;
  return lines.equations
    .map(cellsOf)
    .filter((cells) => cells.includes(told))
    .flat();
}

/** One hidden cell follows from the rest of its line; several that are together too few are such a group themselves. */
function isWeak({ counts }: Lines, equation: Equation, { hidden, min }: Hiding): boolean {
  const cells = cellsOf(equation).filter((cell) => hidden.has(cell));
  if (cells.length === 1) return true;
  const sum = cells.reduce((total, cell) => total + (counts[cell] ?? 0), 0);
  return !hidden.has(equation.total) && sum > 0 && sum < min;
}

/** A small count that a reader could work out from several lines, or know to be small. */
function findTold({ counts, equations }: Lines, { small, hidden, min }: Hiding): number | undefined {
  const shown = counts.map((count, cell) => (hidden.has(cell) ? undefined : count));
  const bounds = cellBounds(equations, shown);
  const known = small.find((cell) => (bounds[cell]?.high ?? 0) < min);
  return known ?? derivableCells(equations, hidden).find((cell) => small.includes(cell));
}

/** Parts before totals, nobody last since a 0 protects nobody; then where lines are opened already; then the smallest. */
function cheapestOf({ counts, equations }: Lines, open: readonly number[], hidden: ReadonlySet<number>): number {
  const totals = new Set(equations.map(({ total }) => total));
  const ranked = open.map((cell) => {
    const count = counts[cell] ?? 0;
    const closed = equations.filter((equation) => {
      const cells = cellsOf(equation);
      return cells.includes(cell) && !cells.some((other) => hidden.has(other));
    });
    return { cell, rank: [count === 0 ? 2 : totals.has(cell) ? 1 : 0, closed.length, count, cell] };
  });
  const [first] = ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  if (first === undefined) throw new Error("a table of which nothing is shown tells nothing");
  return first.cell;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function cellsOf({ parts, total }: Equation): number[] {
  return [...parts, total];
}
