/** A household and the codes of its causes, the main one first. */
export interface CauseRow {
  readonly id: string;
  readonly causes: readonly string[];
}

/** One code: for whom it is a cause at all, and for whom the main one. */
export interface CauseCount {
  readonly cause: string;
  readonly ids: readonly string[];
  readonly mainIds: readonly string[];
}

/** Causes by how many have them, the most first, then by code. A code that stands twice in one row counts once. */
export function countCauses(rows: readonly CauseRow[]): CauseCount[] {
  const codes = [...new Set(rows.flatMap(({ causes }) => causes))].sort();
  const counts = codes.map((cause) => ({
    cause,
    ids: rows.filter(({ causes }) => causes.includes(cause)).map(({ id }) => id),
    mainIds: rows.filter(({ causes }) => causes[0] === cause).map(({ id }) => id),
  }));
  return counts.sort((a, b) => b.ids.length - a.ids.length || (a.cause < b.cause ? -1 : 1));
}
