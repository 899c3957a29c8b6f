import "./governance.css";
import type { RosterMember } from "@mingbai/governance/schema";
import { rosterEffect } from "@mingbai/governance/schema/roster-effect";
import { type Before, type ProposalRow, proposalsView } from "@mingbai/governance/views";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { TargetsPart } from "../policies/targets-part.tsx";
import { fileReaderRoles, holdsOne } from "../registry/who-may.ts";
import { ChangeTable } from "./change-table.tsx";
import { ProposalActs } from "./proposal-acts.tsx";
import { type ProposalFact, ProposalFacts } from "./proposal-facts.tsx";
import { countVotes, ProposalState } from "./proposal-state.tsx";
import { RosterSummary } from "./roster/roster-summary.tsx";
import { RosterTable } from "./roster/roster-table.tsx";
import { type LineChange, useChangeLines } from "./use-change-lines.ts";
import { useChangeWords } from "./use-change-words.ts";
import { VotersPart } from "./voters-part.tsx";

const everyMs = 5_000;

/** One proposal: what it changes, who has voted, who still has to, until when. */
export function Component() {
  const { t } = useText();
  const { proposal = "" } = useParams();
  const { titleOf } = useChangeWords();
  const isId = /^[0-9a-f]{64}$/.test(proposal);
  const asked = useView(proposalsView, { id: proposal }, { everyMs, off: !isId });
  const [row] = asked.data?.rows ?? [];
  const title = row === undefined ? t("governance.what") : titleOf(row.change);
  return (
    <div className="page governance">
      <PageTitle title={title}>
        {row && <ProposalState row={row} />}
        {row && <FactMark transactionId={row.id} title={title} />}
      </PageTitle>
      <p>
        <Link to="/governance">{t("governance.back")}</Link>
      </p>
      {isId ? (
        <PageState
          asked={asked}
          what={t("governance.what")}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState title={t("governance.none")} />}
        >
          {({ rows: [found] }) => found && <Parts row={found} />}
        </PageState>
      ) : (
        <EmptyState title={t("governance.none")} />
      )}
    </div>
  );
}

function Parts({ row }: { row: ProposalRow }) {
  return (
    <>
      <Facts row={row} />
      <ProposalActs row={row} />
      <Difference row={row} />
      <Targets row={row} />
      <VotersPart row={row} />
      <Awaited row={row} />
    </>
  );
}

function Facts({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const { time } = useFormat();
  const { ruleText, organisationName } = useChangeWords();
  const { deadlineMs, ended, needed, proposed, words } = row;
  const facts: readonly ProposalFact[] = [
    [
      t("governance.until"),
      ended === null
        ? t("governance.deadline", { time: time(deadlineMs) })
        : t("governance.endedAt", { time: time(ended.timeMs) }),
    ],
    [t("governance.votes"), t("governance.votes.count", { ...countVotes(row), needed })],
    [t("governance.rule"), ruleText(row.rule)],
    [t("governance.words"), words ?? t("governance.words.none")],
  ];
  return (
    <>
      <p className="i2">
        {t("governance.from", { organisation: organisationName(row.organisation), time: time(proposed.timeMs) })}
      </p>
      <ProposalFacts facts={facts} />
    </>
  );
}

/** What stands beside what would stand. */
function Difference({ row }: { row: ProposalRow }) {
  const { change, before } = row;
  return change.kind === "roster" || change.kind === "handOver" ? (
    <RosterDifference before={before.members ?? []} after={change.members} />
  ) : (
    <ChangeLines change={change} before={before} />
  );
}

/** Whom a policy of entry and exit would include, for those who look after household files, while it can still be voted on. */
function Targets({ row: { change, ended } }: { row: ProposalRow }) {
  const mayLook = holdsOne(useSession()?.roles, fileReaderRoles);
  if (change.kind !== "entryPolicy" || ended !== null || !mayLook) return null;
  return <TargetsPart policy={change.policy} />;
}

function RosterDifference({ before, after }: { before: readonly RosterMember[]; after: readonly RosterMember[] }) {
  const { t } = useText();
  const effect = rosterEffect(before, after);
  return (
    <div className="governance-narrow">
      <section aria-labelledby="governance-difference">
        <h2 id="governance-difference">{t("governance.difference")}</h2>
        <RosterTable effect={effect} caption={t("governance.difference")} />
      </section>
      <RosterSummary effect={effect} />
    </div>
  );
}

function ChangeLines({ change, before }: { change: LineChange; before: Before }) {
  const { t } = useText();
  const lines = useChangeLines()(change, before);
  return <ChangeTable title={t("governance.difference")} lines={lines} />;
}

function Awaited({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const { organisationName } = useChangeWords();
  if (row.awaited.length === 0 || row.ended !== null) return null;
  const isKey = row.change.kind === "roster" || row.change.kind === "handOver";
  return (
    <section aria-labelledby="governance-awaited">
      <h2 id="governance-awaited">{t("governance.awaited")}</h2>
      <p className="i2">{t("governance.awaited.how")}</p>
      <ul>
        {row.awaited.map((one) => (
          <li key={one}>
            {isKey
              ? t("governance.awaited.key", { key: one })
              : t("governance.awaited.organisation", { organisation: organisationName(one) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
