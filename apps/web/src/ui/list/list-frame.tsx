import type { ReactNode } from "react";
import { type Asked, ErrorState, PageState } from "../page-state.tsx";
import type { AskedPages } from "./use-long-list.ts";

const skeletonRows = 12;

/**
 * A long list in all its states: on its way, not reached, empty, and with its rows; below them that this is all, that more is coming,
 * or that it did not come and how to ask again. `asked`: what the list waits for first, where that is not its own first page.
 */
export function ListFrame({
  pages,
  asked = pages,
  isEmpty,
  empty,
  what,
  end,
  more,
  children,
}: {
  pages: Asked<unknown> & AskedPages;
  asked?: Asked<unknown>;
  isEmpty: boolean;
  empty: ReactNode;
  /** Names it: the list of payments. */
  what: string;
  end: string;
  more: string;
  children: ReactNode;
}) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = pages;
  return (
    <>
      <PageState asked={asked} what={what} rows={skeletonRows} isEmpty={() => isEmpty} empty={empty}>
        {() => children}
      </PageState>
      {!isEmpty && !hasNextPage && <p className="sm i3 more">{end}</p>}
      {isFetchingNextPage && <p className="sm i2 more">{more}</p>}
      {isFetchNextPageError && error && <ErrorState what={what} problem={error} again={() => fetchNextPage()} />}
    </>
  );
}
