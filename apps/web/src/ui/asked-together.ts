import { QueryProblem } from "../api/problem.ts";
import type { Asked } from "./page-state.tsx";

type Part = Omit<Asked<unknown>, "data" | "error"> & { readonly error: Error | null };

/** What a page shows of several queries whose answers it needs together: the first fault, the oldest time, one way to ask again for what failed. */
export function askedTogether<Data>(parts: readonly Part[], data: Data | undefined): Asked<Data> {
  const failed = parts.find(({ error }) => error !== null)?.error;
  return {
    data,
    error: failed instanceof QueryProblem ? failed : null,
    isFetching: parts.some(({ isFetching }) => isFetching),
    // One that is not asked has no time.
    dataUpdatedAt: Math.min(...parts.map(({ dataUpdatedAt }) => dataUpdatedAt || Date.now()), Date.now()),
    refetch: () => {
      for (const one of parts) if (one.error !== null) one.refetch();
    },
  };
}
