import "../../governance/governance.css";
import "../../matter/matter-parts.css";
import { type ErasureLine, erasureStates, erasuresView } from "@mingbai/registry/views/erasures";
import { Link, useSearchParams } from "react-router";
import { runQuery } from "../../../api/run-query.ts";
import { usePages } from "../../../api/use-pages.ts";
import { useText } from "../../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { TabLinks } from "../../../ui/tab-links.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { ErasureStateMark } from "./erasure-state.tsx";
import { useAboutText } from "./use-about-text.ts";

const freshEveryMs = 10_000;

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
  const { pages, rows, first } = usePages(
    [erasuresView.name, state],
    (start, signal) => runQuery(erasuresView, { ...(state !== undefined && { state }), ...start }, signal),
    { keep: true, refetchInterval: freshEveryMs },
  );
  const counts = first?.counts;
  return (
    <div className="page governance">
      <PageTitle title={t("erasures.title")} />
      <p className="i2">{t("erasures.lead")}</p>
      <TabLinks
        name={t("erasures.states")}
        tabs={[undefined, ...erasureStates].map((one) => ({
          to: one === undefined ? "?" : `?state=${one}`,
          words: t(one === undefined ? "erasures.all" : `erasures.tab.${one}`),
          isHere: one === state,
          count: one && counts?.[one],
        }))}
      />
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
