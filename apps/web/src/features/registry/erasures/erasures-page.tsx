import "../../governance/governance.css";
import "../../matter/matter-parts.css";
import { type ErasureLine, erasureStates, erasuresView } from "@mingbai/registry/views/erasures";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import type { QueryProblem } from "../../../api/problem.ts";
import { runQuery } from "../../../api/run-query.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { ErasureStateMark } from "./erasure-state.tsx";
import { useAboutText } from "./use-about-text.ts";

const freshEveryMs = 10_000;

type Answer = ResultOf<typeof erasuresView>;

/** Requests to erase files: which wait for a decision, which vaults still owe, which are complete. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("erasures.title")}>
      <Erasures />
    </SignedInOnly>
  );
}

function Erasures() {
  const { t } = useText();
  const [search] = useSearchParams();
  const state = erasureStates.find((one) => one === search.get("state"));
  const pages = useInfiniteQuery<Answer, QueryProblem, { pages: Answer[] }, readonly unknown[], string>({
    queryKey: [erasuresView.name, state],
    initialPageParam: "",
    placeholderData: keepPreviousData,
    refetchInterval: freshEveryMs,
    queryFn: ({ pageParam, signal }) =>
      runQuery(
        erasuresView,
        { ...(state !== undefined && { state }), ...(pageParam !== "" && { cursor: pageParam }) },
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = pages.data?.pages[0]?.counts;
  return (
    <div className="page governance">
      <PageTitle title={t("erasures.title")} />
      <p className="i2">{t("erasures.lead")}</p>
      <nav className="tab-links" aria-label={t("erasures.states")}>
        {[undefined, ...erasureStates].map((one) => (
          <Link
            key={one ?? "all"}
            to={one === undefined ? "?" : `?state=${one}`}
            aria-current={one === state ? "page" : undefined}
            replace
          >
            {t(one === undefined ? "erasures.all" : `erasures.tab.${one}`)}{" "}
            {one !== undefined && counts && <span className="num i3">{countText(counts[one])}</span>}
          </Link>
        ))}
      </nav>
      <PageState
        asked={pages}
        what={t("erasures.what")}
        rows={6}
        isEmpty={() => rows.length === 0}
        empty={<EmptyState title={t("erasures.empty")}>{t("erasures.empty.how")}</EmptyState>}
      >
        {() => <ErasuresTable rows={rows} />}
      </PageState>
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn s t"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("erasures.older")}
        </button>
      )}
    </div>
  );
}

function ErasuresTable({ rows }: { rows: readonly ErasureLine[] }) {
  const { t } = useText();
  return (
    <table className="tbl">
      <caption className="sr">{t("erasures.title")}</caption>
      <TableHead
        columns={[
          { head: t("erasures.about") },
          { head: t("erasures.ground"), look: "wide" },
          { head: t("erasures.asked"), look: "wide" },
          { head: t("erasures.stands"), look: "wide" },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={row.erasure} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { row: ErasureLine }) {
  const { t } = useText();
  const { time } = useFormat();
  const aboutText = useAboutText();
  const ground = t(`erasures.ground.${row.ground}`);
  const asked = t("erasures.askedBy", {
    name: row.asked.by.name === "" ? row.asked.by.account : row.asked.by.name,
    time: time(row.asked.timeMs),
  });
  return (
    <tr>
      <th scope="row">
        <Link to={`/registry/erasures/${row.erasure}`}>{aboutText(row)}</Link>
        <span className="narrow sm i2">{ground}</span>
        <span className="narrow sm i2">{asked}</span>
        <span className="narrow sm">
          <ErasureStateMark row={row} />
        </span>
      </th>
      <td className="wide">{ground}</td>
      <td className="wide sm i2">{asked}</td>
      <td className="wide">
        <ErasureStateMark row={row} />
      </td>
    </tr>
  );
}
