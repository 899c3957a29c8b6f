/**
 * Which of the items that both lists have stand in another order: the fewest whose going elsewhere explains it, that is all but a
 * longest rising run of their places (Schensted 1961). Each item stands once in a list. PERF: quadratic, for lists of some hundred.
 */
export function findMoved(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(before.map((item, place) => [item, place]));
  const both = after.flatMap((item) => {
    const place = placeOf.get(item);
    return place === undefined ? [] : [{ item, place }];
  });
  /** Of each item, the longest run that ends with it. */
  const runs: string[][] = [];
  for (const [at, { item, place }] of both.entries()) {
    const longest = runs
      .slice(0, at)
      .filter((_, earlier) => (both[earlier]?.place ?? 0) < place)
      .reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, item]);
  }
  const kept = new Set(runs.reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), []));
  return new Set(both.map(({ item }) => item).filter((item) => !kept.has(item)));
}
