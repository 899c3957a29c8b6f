import type { TreeRow, TreeSplit } from "./tree-node.ts";

/** How good a split is, as an exact fraction: larger is better. */
interface Purity {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * The split of these rows that leaves the least Gini impurity (L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and
 * Regression Trees", 1984, §4.3), or undefined where none with `leafMin` rows on each side lessens it. Impurities are compared as
 * fractions of integers; among equal splits the first indicator in the given order wins, then the lower value.
 */
export function findSplit(
  rows: readonly TreeRow[],
  { indicators, leafMin }: { indicators: readonly string[]; leafMin: number },
): TreeSplit | undefined {
  const all = countOutcomes(rows);
  let best: { split: TreeSplit; purity: Purity } | undefined;
  let least: Purity = { over: squares(all), under: BigInt(rows.length) };
  for (const indicator of indicators) {
    for (const [value, inside] of countByValue(rows, indicator)) {
      const size = sum(inside);
      if (size < leafMin || rows.length - size < leafMin) continue;
      const purity = purityOf(inside, all);
      if (purity.over * least.under <= least.over * purity.under) continue;
      best = { split: { indicator, value }, purity };
      least = purity;
    }
  }
  return best?.split;
}

type Outcomes = ReadonlyMap<string, number>;

/**
 * Σ over both sides of Σ n²(outcome) ÷ n(side). Gini impurity of a side times its rows is n − Σ n²(outcome) ÷ n, so the
 * split with the least impurity is the one where this is largest.
 */
function purityOf(inside: Outcomes, all: Outcomes): Purity {
  const outside = new Map([...all].map(([outcome, count]) => [outcome, count - (inside.get(outcome) ?? 0)]));
  const [insideRows, outsideRows] = [BigInt(sum(inside)), BigInt(sum(outside))];
  return { over: squares(inside) * outsideRows + squares(outside) * insideRows, under: insideRows * outsideRows };
}

function countByValue(rows: readonly TreeRow[], indicator: string): [string, Outcomes][] {
  const byValue = Map.groupBy(rows, ({ values }) => values[indicator]);
  return [...byValue]
    .flatMap(([value, members]): [string, Outcomes][] => (value === undefined ? [] : [[value, countOutcomes(members)]]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function countOutcomes(rows: readonly TreeRow[]): Outcomes {
  const counts = new Map<string, number>();
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

function sum(counts: Outcomes): number {
  return counts.values().reduce((total, count) => total + count, 0);
}

function squares(counts: Outcomes): bigint {
  return counts.values().reduce((total, count) => total + BigInt(count) * BigInt(count), 0n);
}
