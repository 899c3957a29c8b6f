import { type DoubleVoteRow, doubleVotesView } from "@mingbai/governance/views";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { countText } from "../../ui/format-money.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { mayPropose } from "./who-may.ts";

const everyMs = 10_000;

/** Who was proven to have voted twice at one height, with its evidence and what members do about it. */
export function DoubleVotes() {
  const { t } = useText();
  const [before, setBefore] = useState<number>();
  const asked = useView(doubleVotesView, { ...(before !== undefined && { before }) }, { everyMs, keep: true });
  const next = asked.data?.next ?? null;
  return (
    <section aria-labelledby="double-votes">
      <h2 id="double-votes">{t("governance.twice")}</h2>
      <PageState
        asked={asked}
        what={t("governance.twice.what")}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t("governance.twice.none")}>{t("governance.twice.none.how")}</EmptyState>}
      >
        {({ rows }) => (
          <>
            <p className="i2">{t("governance.twice.lead")}</p>
            <Table rows={rows} />
          </>
        )}
      </PageState>
      <Pager
        back={before === undefined ? undefined : { label: t("governance.newer"), go: () => setBefore(undefined) }}
        on={next === null ? undefined : { label: t("governance.older"), go: () => setBefore(next) }}
      />
    </section>
  );
}

function Table({ rows }: { rows: readonly DoubleVoteRow[] }) {
  const { t } = useText();
  return (
    <table className="tbl" aria-labelledby="double-votes">
      <TableHead
        columns={[
          { head: t("governance.twice.who") },
          { head: t("governance.twice.votedAt"), look: "r" },
          { head: t("governance.twice.proven"), look: "wide" },
          { head: t("governance.twice.evidence"), look: "wide" },
          { head: t("governance.twice.state") },
          { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={`${row.organisation} ${row.votedHeight}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { row: DoubleVoteRow }) {
  const { t } = useText();
  const { time } = useFormat();
  const organisation = useOrganisationName()(row.organisation);
  const { transaction, height, timeMs } = row.proven;
  const title = t("governance.twice.evidence.of", { organisation });
  const proven = t("governance.twice.provenAt", { time: time(timeMs), height });
  const evidence = (
    <Link to={`/ledger/transactions/${transaction}`} aria-label={title}>
      {t("governance.twice.evidence")}
    </Link>
  );
  return (
    <tr>
      <th scope="row">
        {organisation}
        <span className="narrow sm i2">
          {proven}
          <br />
          {evidence}
        </span>
      </th>
      <td className="r num">{countText(row.votedHeight)}</td>
      <td className="wide i2">{proven}</td>
      <td className="wide sm">{evidence}</td>
      <td className="sm">
        <Done row={row} organisation={organisation} />
      </td>
      <td className="mark-cell">
        <FactMark transactionId={transaction} title={title} />
      </td>
    </tr>
  );
}

function Done({ row, organisation }: { row: DoubleVoteRow; organisation: string }) {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  const { removal, keeps } = row;
  if (removal !== null) {
    return (
      <State icon={removal.isApplied ? "tick" : "half"} tone={removal.isApplied ? "ok" : "br"}>
        <Link to={`/governance/${removal.proposal}`}>
          {t(removal.isApplied ? "governance.twice.removed" : "governance.twice.voting")}
        </Link>
      </State>
    );
  }
  if (!keeps) {
    return (
      <State icon="tick" tone="i2">
        {t("governance.twice.left")}
      </State>
    );
  }
  return (
    <>
      <State icon="warn" tone="bad">
        {t("governance.twice.keeps")}
      </State>{" "}
      {may && (
        <Link
          className="btn s"
          to={`/governance/propose?kind=roster&leaves=${row.organisation}`}
          aria-label={t("governance.twice.remove.of", { organisation })}
        >
          {t("governance.twice.remove")}
        </Link>
      )}
    </>
  );
}
