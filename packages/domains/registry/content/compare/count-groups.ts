/** How often something was found, and in which households. */
export interface Group {
  readonly id: string;
  readonly count: number;
  /** Each once, as they came. */
  readonly households: readonly string[];
}

/** What `idsOf` names in each row, counted; the most frequent first, then by id. */
export function countGroups<Row extends { readonly household: string }>(
  rows: readonly Row[],
  idsOf: (row: Row) => readonly string[],
): Group[] {
  const groups = new Map<string, { id: string; count: number; households: string[] }>();
  for (const row of rows) {
    for (const id of idsOf(row)) {
      const group = groups.get(id) ?? { id, count: 0, households: [] };
      groups.set(id, group);
      group.count++;
      if (group.households.at(-1) !== row.household) group.households.push(row.household);
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
