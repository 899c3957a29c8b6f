/** What two rules make of the same households, by ids so that each number opens its files. */
export interface TargetingComparison {
  readonly both: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly neither: readonly string[];
}

/** Sorts each row into one of four, in the order of the rows. A rule says whether it includes a row. */
export function compareTargeting<Row extends { readonly id: string }>(
  rows: readonly Row[],
  ruleA: (row: Row) => boolean,
  ruleB: (row: Row) => boolean,
): TargetingComparison {
  const judged = rows.map((row) => ({ id: row.id, a: ruleA(row), b: ruleB(row) }));
  const idsWhere = (a: boolean, b: boolean) => judged.filter((one) => one.a === a && one.b === b).map(({ id }) => id);
  return {
    both: idsWhere(true, true),
    onlyA: idsWhere(true, false),
    onlyB: idsWhere(false, true),
    neither: idsWhere(false, false),
  };
}
