import { type MatterRow, queueView } from "@mingbai/workflow/views";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import type { QueueAddress } from "./queue-address.ts";

const freshEveryMs = 5_000;
const pageRows = 50;

type Page = ResultOf<typeof queueView>;

/**
 * The rows of one queue as they were when it was opened, page after page, so that the row in hand never moves. What
 * came since is counted in `fresh` and shown when asked for; rows that left it meanwhile are in `gone`.
 */
export function useQueue(address: QueueAddress) {
  const [shown, setShown] = useState(0);
  const live = useView(queueView, { ...address, limit: pageRows }, { everyMs: freshEveryMs, keep: true });
  const pages = useInfiniteQuery<Page, QueryProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: ["queue rows", address, shown],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      runQuery(queueView, { ...address, limit: pageRows, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const first = pages.data?.pages[0];
  const rows: readonly MatterRow[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const known = new Set(rows.map(({ id }) => id));
  const now = live.isPlaceholderData ? undefined : live.data;
  const isNew = ({ id, changedMs }: MatterRow) => !known.has(id) && changedMs >= (first?.readAt.timeMs ?? 0);
  const still = new Set(now?.rows.map(({ id }) => id));
  const isWhole = now !== undefined && now.next === null && now.readAt.height >= (first?.readAt.height ?? 0);
  return {
    rows,
    pages,
    counts: (now ?? first)?.counts,
    sumMinor: first?.sumMinor ?? 0,
    count: first?.counts[address.box] ?? 0,
    fresh: first && now ? now.rows.filter(isNew).length : 0,
    gone: new Set(isWhole ? rows.filter(({ id }) => !still.has(id)).map(({ id }) => id) : []),
    updatedMs: live.dataUpdatedAt,
    failed: live.error,
    show: () => setShown(shown + 1),
  };
}
