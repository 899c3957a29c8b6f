import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { QueryProblem } from "./problem.ts";
import { runQuery } from "./run-query.ts";
import type { ParamsOf, ResultOf, View } from "./view.ts";

/**
 * One view's answer, kept fresh. `everyMs` asks again while the page is seen; `keep` shows the answer to the previous
 * parameters until the next one is there; `off` does not ask.
 */
export function useView<V extends View>(
  view: V,
  params: ParamsOf<V> & object,
  { everyMs, keep = false, off = false }: { everyMs?: number | false; keep?: boolean; off?: boolean } = {},
): UseQueryResult<ResultOf<V>, QueryProblem> {
  return useQuery<ResultOf<V>, QueryProblem>({
    queryKey: [view.name, params],
    queryFn: ({ signal }) => runQuery(view, params, signal),
    enabled: !off,
    refetchInterval: everyMs ?? false,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
