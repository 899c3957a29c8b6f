import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryOptions,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { AnswerPage, PageStart } from "./each-page.ts";
import type { QueryProblem } from "./problem.ts";

type Options<Page> = UseInfiniteQueryOptions<
  Page,
  QueryProblem,
  InfiniteData<Page, string>,
  readonly unknown[],
  string
>;

/**
 * A list that is asked for page by page: its rows so far, and the first page, which counts the whole list. `key` names the list;
 * `keep` shows the rows of the list before until those of this one are there.
 */
export function usePages<Page extends AnswerPage>(
  key: readonly unknown[],
  ask: (start: PageStart, signal: AbortSignal) => Promise<Page>,
  {
    keep = false,
    ...options
  }: Pick<Options<Page>, "enabled" | "gcTime" | "refetchInterval" | "staleTime"> & { readonly keep?: boolean } = {},
) {
  const pages = useInfiniteQuery<Page, QueryProblem, InfiniteData<Page, string>, readonly unknown[], string>({
    queryKey: key,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => ask(pageParam === "" ? {} : { cursor: pageParam }, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
    ...(keep && { placeholderData: keepPreviousData }),
    ...options,
  });
  const all = pages.data?.pages ?? [];
  return { pages, rows: all.flatMap((page): readonly Page["rows"][number][] => page.rows), first: all[0] };
}
