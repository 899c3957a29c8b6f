import type { CauseRow } from "./count-causes.ts";

/** Who has both of two causes. */
export interface CausePair {
  readonly first: string;
  readonly second: string;
  readonly ids: readonly string[];
}

/** Co-occurrence: every pair of causes that somebody has, once each with the lower code first, by codes. */
export function pairCauses(rows: readonly CauseRow[]): CausePair[] {
  const pairs = new Map<string, Map<string, string[]>>();
  for (const { id, causes } of rows) {
    const codes = [...new Set(causes)].sort();
    for (const [at, first] of codes.entries()) {
      for (const second of codes.slice(at + 1)) idsOf(pairs, first, second).push(id);
    }
  }
  const found = [...pairs].flatMap(([first, others]) => [...others].map(([second, ids]) => ({ first, second, ids })));
  return found.sort((a, b) => byText(a.first, b.first) || byText(a.second, b.second));
}

function idsOf(pairs: Map<string, Map<string, string[]>>, first: string, second: string): string[] {
  const others = pairs.get(first) ?? new Map<string, string[]>();
  const ids = others.get(second) ?? [];
  pairs.set(first, others.set(second, ids));
  return ids;
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
