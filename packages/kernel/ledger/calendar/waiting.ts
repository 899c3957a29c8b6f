import type { Table } from "../state/table.ts";

/**
 * How many things of a domain wait for a moment; the table is keyed by its ms in text. Terms end with days, so it has as many
 * rows as there are days to wait for, and asking for the next one costs nothing.
 */
export interface Waiting {
  readonly waiting: number;
}

/** Counts one more or one less that waits for a moment. */
export function countWaiting(table: Table<Waiting>, timeMs: number, by: 1 | -1): void {
  const moment = String(timeMs);
  const waiting = (table.find(moment)?.waiting ?? 0) + by;
  if (waiting < 0) throw new Error(`less than nothing waits for ${moment}`);
  if (waiting === 0) table.delete(moment);
  else table.set(moment, { waiting });
}

/** The first moment that something waits for, ms; undefined where nothing waits. PERF: asked with every block. */
export function firstWaited(table: Table<Waiting>): number | undefined {
  if (table.size === 0) return undefined;
  return Math.min(...table.entries().map(([timeMs]) => Number(timeMs)));
}
