import { useCallback, useRef } from "react";
import type { QueryProblem } from "../../api/problem.ts";
import { useRowInHand } from "./use-row-in-hand.ts";
import type { RowsHandle } from "./use-window-rows.ts";

/** A list that is asked for page by page, as `useInfiniteQuery` gives it. */
export interface AskedPages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: QueryProblem | null;
  fetchNextPage(): Promise<unknown>;
}

/**
 * A list of any length: its rows so far, which of them is in hand, the keys that move and open it, and how more come. `idOf`: of the
 * link in a row, which has the focus when one comes back to the list.
 */
export function useLongList<Row>({
  rows,
  pages,
  idOf,
  onOpen,
}: {
  rows: readonly Row[];
  pages: AskedPages;
  idOf(row: Row): string;
  onOpen(row: Row): void;
}) {
  const handle = useRef<RowsHandle>(null);
  const { at, hold } = useRowInHand(handle, (index) => rows[index] && idOf(rows[index]));
  const move = (step: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, at + step));
    hold(next);
    handle.current?.show(next);
  };
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = pages;
  const onMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const row = rows[at];
      if (row) onOpen(row);
    },
  };
  return { rows, at, hold, handle, hasMore: hasNextPage, onMore, keys };
}

export type LongList<Row> = ReturnType<typeof useLongList<Row>>;
