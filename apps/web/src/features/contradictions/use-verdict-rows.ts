import { type VerdictLine, verdictsPageMax, verdictsView } from "@mingbai/registry/views/verdicts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import type { ResultOf } from "../../api/view.ts";
import type { VerdictFilter } from "./verdict-address.ts";

type VerdictsPage = ResultOf<typeof verdictsView>;

/** The households of one filter by what was found, fetched page after page. */
export function useVerdictRows(filter: VerdictFilter) {
  const pages = useInfiniteQuery<VerdictsPage, QueryProblem, { pages: VerdictsPage[] }, readonly unknown[], string>({
    queryKey: [verdictsView.name, "rows", filter],
    initialPageParam: "",
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => runQuery(verdictsView, verdictsPageOf(filter, pageParam), signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows: VerdictLine[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return { rows, pages, first: pages.data?.pages[0] };
}

/** What asks for the page behind a cursor; "" for the first one. */
export function verdictsPageOf(filter: VerdictFilter, cursor: string) {
  return { ...filter, limit: verdictsPageMax, ...(cursor !== "" && { cursor }) };
}

/** How many households a filter finds, where the counts of its area say it: not where level and rule meet. */
export function findCount(filter: VerdictFilter, page: VerdictsPage | undefined): number | undefined {
  if (page === undefined) return undefined;
  const { level, rule } = filter;
  const { red, yellow, green } = page.levels;
  if (rule === undefined) return level === undefined ? red + yellow + green : page.levels[level];
  return level === undefined ? (page.rules.find((one) => one.rule === rule)?.households ?? 0) : undefined;
}
