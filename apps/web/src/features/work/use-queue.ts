import { type MatterRow, queueView } from "@mingbai/workflow/views";
import { useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import { useView } from "../../api/use-view.ts";
import type { QueueAddress } from "./queue-address.ts";

const freshEveryMs = 5_000;
const pageRows = 50;

/**
 * The rows of one queue as they were when it was opened, page after page, so that the row in hand never moves. What
 * came since is counted in `fresh` and shown when asked for; rows that left it meanwhile are in `gone`.
 */
export function useQueue(address: QueueAddress) {
  const [shown, setShown] = useState(0);
  const live = useView(queueView, { ...address, limit: pageRows }, { everyMs: freshEveryMs, keep: true });
  const { pages, rows, first } = usePages(
    ["queue rows", address, shown],
    (start, signal) => runQuery(queueView, { ...address, limit: pageRows, ...start }, signal),
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  );
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
