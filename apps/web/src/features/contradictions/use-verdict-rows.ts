import { verdictsPageMax, verdictsView } from "@mingbai/registry/views/verdicts";
import type { PageStart } from "../../api/each-page.ts";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import type { ResultOf } from "../../api/view.ts";
import type { VerdictFilter } from "./verdict-address.ts";

type VerdictsPage = ResultOf<typeof verdictsView>;

/** The households of one filter by what was found, fetched page after page. */
export function useVerdictRows(filter: VerdictFilter) {
  const key = [verdictsView.name, "rows", filter];
  return usePages(key, (start, signal) => askVerdicts(filter, start, signal), { keep: true });
}

/** One page of a filter's households, by what was found. */
export function askVerdicts(filter: VerdictFilter, start: PageStart, signal?: AbortSignal) {
  return runQuery(verdictsView, { ...filter, limit: verdictsPageMax, ...start }, signal);
}

/** How many households a filter finds, where the counts of its area say it: not where level and rule meet. */
export function findCount(filter: VerdictFilter, page: VerdictsPage | undefined): number | undefined {
  if (page === undefined) return undefined;
  const { level, rule } = filter;
  const { red, yellow, green } = page.levels;
  if (rule === undefined) return level === undefined ? red + yellow + green : page.levels[level];
  return level === undefined ? (page.rules.find((one) => one.rule === rule)?.households ?? 0) : undefined;
}
