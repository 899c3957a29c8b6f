import { type PaymentRow, paymentsSummaryView, paymentsView } from "@mingbai/treasury/views";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import type { ListAddress } from "./list-address.ts";

const pageRows = 500;
const freshEveryMs = 5_000;

type Page = ResultOf<typeof paymentsView>;

/**
 * The rows of one list as of one block, fetched page after page, with count and sums of the whole filter. What is
 * entered later is counted in `fresh` and shown only when asked for, so that the row in hand never moves.
 */
export function usePaymentRows({ filter, sort, order }: ListAddress) {
  const live = useView(paymentsSummaryView, filter, { everyMs: freshEveryMs, keep: true });
  const [pinned, setPinned] = useState<{ key: string; height: number }>();
  const key = JSON.stringify(filter);
  const liveHeight = live.isPlaceholderData ? undefined : live.data?.readAt.height;
  if (liveHeight !== undefined && pinned?.key !== key) setPinned({ key, height: liveHeight });
  const asOfHeight = pinned?.key === key ? pinned.height : undefined;
  const off = asOfHeight === undefined;
  const summary = useView(paymentsSummaryView, { ...filter, ...(off ? {} : { asOfHeight }) }, { off, keep: true });
  const pages = useInfiniteQuery<Page, QueryProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: ["payment rows", filter, sort, order, asOfHeight],
    enabled: !off,
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      runQuery(
        paymentsView,
        {
          ...filter,
          sort,
          order,
          limit: pageRows,
          ...(off ? {} : { asOfHeight }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows: PaymentRow[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const fresh = Math.max(0, (live.data?.count ?? 0) - (summary.data?.count ?? 0));
  return {
    rows,
    pages,
    summary,
    live,
    asOfHeight,
    fresh: summary.data && !live.isPlaceholderData && !summary.isPlaceholderData ? fresh : 0,
    showFresh: () => liveHeight !== undefined && setPinned({ key, height: liveHeight }),
  };
}
