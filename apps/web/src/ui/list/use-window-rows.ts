import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

const overscanRows = 12;
const fetchAheadRows = 100;
const rowPx = 39;

/** Moves the row in hand into view; a list tells its page through this. */
export interface RowsHandle {
  show(index: number): void;
}

/**
 * Which rows of a long list are near the window, with the height of those before and after them; `onMore` is called when the
 * last rows that are there come near. `keyOf`: what names a row for as long as the list is shown.
 */
export function useWindowRows({
  count,
  keyOf,
  hasMore,
  onMore,
  handle,
}: {
  count: number;
  keyOf(index: number): string | number;
  hasMore: boolean;
  onMore(): void;
  handle: RefObject<RowsHandle | null>;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  // How far the rows begin from the top of the document: filters and chips above them come and go.
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setMargin(Math.round(top + window.scrollY));
  });
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    overscan: overscanRows,
    scrollMargin: margin,
    scrollPaddingStart: 100,
    scrollPaddingEnd: 100,
    getItemKey: keyOf,
  });
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const lastIndex = last?.index ?? 0;
  handle.current = { show: (index) => virtual.scrollToIndex(index, { align: "auto" }) };
  useEffect(() => {
    if (hasMore && lastIndex >= count - fetchAheadRows) onMore();
  }, [hasMore, lastIndex, count, onMore]);
  return {
    body,
    items,
    measure: virtual.measureElement,
    before: first ? first.start - virtual.options.scrollMargin : 0,
    after: last ? virtual.getTotalSize() - (last.end - virtual.options.scrollMargin) : 0,
  };
}
