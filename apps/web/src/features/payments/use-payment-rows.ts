import { paymentsSummaryView, paymentsView } from "@mingbai/treasury/views";
import { useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import { useView } from "../../api/use-view.ts";
import type { ListAddress } from "./list-address.ts";

const pageRows = 500;
const freshEveryMs = 5_000;

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
  const asked = { ...filter, sort, order, limit: pageRows, ...(off ? {} : { asOfHeight }) };
  const { pages, rows } = usePages(
    ["payment rows", filter, sort, order, asOfHeight],
    (start, signal) => runQuery(paymentsView, { ...asked, ...start }, signal),
    { enabled: !off, staleTime: Number.POSITIVE_INFINITY },
  );
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
