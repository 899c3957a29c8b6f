import { ErrorState } from "../page-state.tsx";
import type { AskedPages } from "./use-long-list.ts";

/** Below a long list: that this is all, that more is coming, or that it did not come and how to ask again. */
export function ListEnd({
  pages,
  isEmpty,
  what,
  end,
  more,
}: {
  pages: AskedPages;
  isEmpty: boolean;
  what: string;
  end: string;
  more: string;
}) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = pages;
  return (
    <>
      {!isEmpty && !hasNextPage && <p className="sm i3 more">{end}</p>}
      {isFetchingNextPage && <p className="sm i2 more">{more}</p>}
      {isFetchNextPageError && error && <ErrorState what={what} problem={error} again={() => fetchNextPage()} />}
    </>
  );
}
