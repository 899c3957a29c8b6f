import { type HouseholdLine, householdsPageMax, householdsView } from "@mingbai/registry/views/households";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { QueryProblem } from "../../../api/problem.ts";
import { runQuery } from "../../../api/run-query.ts";
import type { ResultOf } from "../../../api/view.ts";
import type { HouseholdFilter } from "./list-address.ts";

export type HouseholdsPage = ResultOf<typeof householdsView>;

/** The households of one filter, fetched page after page, with the counts of the whole filter. */
export function useHouseholdRows(filter: HouseholdFilter) {
  const pages = useInfiniteQuery<HouseholdsPage, QueryProblem, { pages: HouseholdsPage[] }, readonly unknown[], string>(
    {
      queryKey: [householdsView.name, "rows", filter],
      initialPageParam: "",
      placeholderData: keepPreviousData,
      queryFn: ({ pageParam, signal }) => runQuery(householdsView, pageOf(filter, pageParam), signal),
      getNextPageParam: (page) => page.next ?? undefined,
    },
  );
  const rows: HouseholdLine[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const [first] = pages.data?.pages ?? [];
  return { rows, pages, households: first?.households ?? 0, people: first?.people ?? 0 };
}

/** What asks for the page behind a cursor; "" for the first one. */
export function pageOf(filter: HouseholdFilter, cursor: string) {
  return { ...filter, limit: householdsPageMax, ...(cursor !== "" && { cursor }) };
}
