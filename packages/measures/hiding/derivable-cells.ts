import type { Equation } from "./equations.ts";

/**
 * Hidden cells that follow from what is shown by adding and subtracting lines, however many. Gauss–Jordan elimination
 * over the hidden cells; such a matrix of lines is totally unimodular (each cell stands in one row and one column), so
 * every number in it stays −1, 0 or 1. A cell follows exactly where a reduced line holds it alone.
 */
export function derivableCells(equations: readonly Equation[], hidden: ReadonlySet<number>): number[] {
  const order = [...hidden];
  const lines = equations.map(({ parts, total }) => {
    const line = new Int32Array(order.length);
    for (const [at, cell] of order.entries()) line[at] = cell === total ? -1 : parts.includes(cell) ? 1 : 0;
    return line;
  });
  const reduced = reduce(lines, order.length);
  return reduced.flatMap((line) => {
    const held = order.filter((_, at) => line[at] !== 0);
    return held.length === 1 ? held : [];
  });
}

function reduce(lines: Int32Array[], width: number): Int32Array[] {
  const left = new Set(lines);
  for (let at = 0; at < width; at++) {
    const pivot = left.values().find((line) => line[at] !== 0);
    if (pivot === undefined) continue;
    left.delete(pivot);
    const sign = pivot[at] ?? 1;
    for (const line of lines) {
      const factor = (line[at] ?? 0) * sign;
      if (line !== pivot && factor !== 0) subtract(line, pivot, factor);
    }
  }
  return lines;
}

function subtract(line: Int32Array, pivot: Int32Array, factor: number): void {
  for (let at = 0; at < line.length; at++) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0);
}
