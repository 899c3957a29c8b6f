import { type Notice, noticesView } from "@mingbai/workflow/views";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { useMarkRead } from "./use-mark-read.ts";

const pageRows = 50;
const freshEveryMs = 15_000;

type Page = ResultOf<typeof noticesView>;

/** The notices, the latest on top, or those alone that were not read. `from`: what stands up to there was. */
export function NoticeList({ read, from, account }: { read: readonly string[]; from: string; account: string }) {
  const { t } = useText();
  const [params] = useSearchParams();
  const isUnreadOnly = params.get("show") === "unread";
  const { fault, markRead } = useMarkRead();
  const pages = useInfiniteQuery<Page, QueryProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: ["my notices", account],
    refetchInterval: freshEveryMs,
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      runQuery(noticesView, { limit: pageRows, ...(pageParam !== undefined && { before: pageParam }) }, signal),
    getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.at : undefined),
  });
  const isUnread = ({ at }: Notice) => Number(at) > Number(from) && !read.includes(at);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const shown = isUnreadOnly ? rows.filter(isUnread) : rows;
  return (
    <PageState asked={pages} what={t("notices.what")} rows={6}>
      {() => (
        <>
          {fault && (
            <p className="bad" role="alert">
              {t("notices.mail.failed", { why: fault })}
            </p>
          )}
          {shown.length === 0 ? (
            <div className="state">
              <h2>{t(isUnreadOnly ? "notices.none.unread" : "notices.none")}</h2>
              <p className="i2">{t("notices.none.how")}</p>
            </div>
          ) : (
            <ol className="notices" aria-label={t("notices.list")}>
              {shown.map((notice) => (
                <NoticeLine
                  key={notice.at}
                  notice={notice}
                  isUnread={isUnread(notice)}
                  onOpen={() => {
                    if (isUnread(notice)) void markRead({ read: [notice.at] });
                  }}
                />
              ))}
            </ol>
          )}
          {pages.hasNextPage && (
            <p>
              <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
                {t("notices.more")}
              </button>
            </p>
          )}
        </>
      )}
    </PageState>
  );
}
