import { casesPageMax, casesView } from "@mingbai/registry/views/cases";
import type { PageStart } from "../../../api/each-page.ts";
import { runQuery } from "../../../api/run-query.ts";
import { usePages } from "../../../api/use-pages.ts";
import type { ResultOf } from "../../../api/view.ts";
import type { CaseFilter } from "./list-address.ts";

const freshEveryMs = 30_000;

export type CasesPage = ResultOf<typeof casesView>;

/** The cases of one filter, fetched page after page, with the counts of all boxes. */
export function useCaseRows(filter: CaseFilter) {
  const { rows, pages, first } = usePages(
    [casesView.name, "rows", filter],
    (start, signal) => askCases(filter, start, signal),
    { keep: true, refetchInterval: freshEveryMs },
  );
  return { rows, pages, counts: first?.counts };
}

/** One page of a filter's cases. */
export function askCases(filter: CaseFilter, start: PageStart, signal?: AbortSignal) {
  return runQuery(casesView, { ...filter, limit: casesPageMax, ...start }, signal);
}
