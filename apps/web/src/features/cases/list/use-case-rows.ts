import { type CaseLine, casesPageMax, casesView } from "@mingbai/registry/views/cases";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { QueryProblem } from "../../../api/problem.ts";
import { runQuery } from "../../../api/run-query.ts";
import type { ResultOf } from "../../../api/view.ts";
import type { CaseFilter } from "./list-address.ts";

const freshEveryMs = 30_000;

export type CasesPage = ResultOf<typeof casesView>;

/** The cases of one filter, fetched page after page, with the counts of all boxes. */
export function useCaseRows(filter: CaseFilter) {
  const pages = useInfiniteQuery<CasesPage, QueryProblem, { pages: CasesPage[] }, readonly unknown[], string>({
    queryKey: [casesView.name, "rows", filter],
    initialPageParam: "",
    placeholderData: keepPreviousData,
    refetchInterval: freshEveryMs,
    queryFn: ({ pageParam, signal }) => runQuery(casesView, pageOf(filter, pageParam), signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows: CaseLine[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return { rows, pages, counts: pages.data?.pages[0]?.counts };
}

/** What asks for the page behind a cursor; "" for the first one. */
export function pageOf(filter: CaseFilter, cursor: string) {
  return { ...filter, limit: casesPageMax, ...(cursor !== "" && { cursor }) };
}
