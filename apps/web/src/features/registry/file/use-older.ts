import { useInfiniteQuery } from "@tanstack/react-query";
import type { QueryProblem } from "../../../api/problem.ts";

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: boolean;
}

/** Which lines are asked for: so many, behind the place `before`. */
export interface Older {
  readonly household: string;
  readonly limit: number;
  readonly before?: string;
}

/**
 * What is told of a household from the newest on, and older lines when they are asked for. `name`: of the view that `ask`
 * asks; `since` asks again when the file has changed; the first page has `firstRows`, later ones `laterRows`.
 */
export function useOlder<Row extends { readonly at: string }>(
  { name, household, since }: { name: string; household: string; since: number },
  {
    firstRows,
    laterRows,
    ask,
  }: {
    firstRows: number;
    laterRows: number;
    ask(older: Older, signal: AbortSignal): Promise<Page<Row>>;
  },
) {
  const pages = useInfiniteQuery<Page<Row>, QueryProblem, { pages: Page<Row>[] }, readonly unknown[], string>({
    queryKey: [name, household, since],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const isFirst = pageParam === "";
      return ask({ household, limit: isFirst ? firstRows : laterRows, ...(!isFirst && { before: pageParam }) }, signal);
    },
    getNextPageParam: ({ more, rows }) => (more ? rows.at(-1)?.at : undefined),
  });
  const all = pages.data?.pages ?? [];
  return { pages, rows: all.flatMap(({ rows }) => rows), total: all[0]?.total ?? 0 };
}
