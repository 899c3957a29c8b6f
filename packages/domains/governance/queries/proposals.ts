import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import type { GovernanceTables, ProposalRecord, VoterRecord } from "../projection/tables.ts";
import { Rule } from "../schema/rules.ts";
import { outcomes } from "../schema.ts";
import { Before, type ProposalRow, proposalsView, VotedChange } from "../views.ts";
import { seesWords, voterFor } from "./reader-rights.ts";

type View = typeof proposalsView;

export const proposals = defineQuery<GovernanceTables, View["params"], View["result"]>(proposalsView, {
  title: { en: "Proposals and votes", zh: "提案和表决" },
  allow: "anyone",
  async answer({ sql: database, reader, readAt }, { id, box, subject, before, limit }) {
    const asked = [
      ...(id === undefined ? [] : [sql<boolean>`proposal = ${id}`]),
      ...(box === undefined
        ? []
        : [box === "open" ? sql<boolean>`outcome is null` : sql<boolean>`outcome is not null`]),
      ...(subject === undefined ? [] : [sql<boolean>`subject = ${subject}`]),
      ...(before === undefined ? [] : [sql<boolean>`seq < ${before}::bigint`]),
      sql<boolean>`true`,
    ];
    const { rows } = await sql<ProposalRecord>`select * from governance.proposal where ${sql.join(asked, sql` and `)}
      order by seq desc limit ${limit + 1}`.execute(database);
    const page = rows.slice(0, limit);
    const voters = await readVoters(
      database,
      page.map(({ proposal }) => proposal),
    );
    return {
      rows: page.map((row) => rowOf(row, voters.get(row.proposal) ?? [], reader)),
      next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
      readAt: await readAt(),
    };
  },
});

async function readVoters(
  database: Kysely<GovernanceTables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly VoterRecord[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<VoterRecord>`select * from governance.voter where proposal in (${sql.join(ids)})
    order by proposal, voter`.execute(database);
  return Map.groupBy(rows, ({ proposal }) => proposal);
}

function rowOf(found: ProposalRecord, voters: readonly VoterRecord[], reader: QueryReader): ProposalRow {
  const { proposal, subject, needed, words, height, time_ms, deadline_ms, by_account, organisation } = found;
  const rule = Rule.parse(found.rule);
  const change = VotedChange.parse(found.change);
  const isOpen = found.outcome === null;
  const voter = voterFor(reader, rule.level);
  const mayVote = voters.some((one) => one.voter === voter && one.choice === null) && by_account !== reader.account;
  const isProposer = by_account === reader.account && reader.account !== undefined;
  const administers = reader.roles.includes("administrator");
  return {
    id: proposal,
    change,
    before: Before.parse(found.before),
    subject,
    rule,
    needed,
    voters: voters.map(voterRow),
    awaited: [...found.awaited],
    by: by_account,
    organisation,
    words: seesWords(reader) ? words : null,
    proposed: { height, timeMs: time_ms },
    deadlineMs: deadline_ms,
    ended: endOf(found),
    may: {
      voteFor: isOpen && mayVote ? (voter ?? null) : null,
      accept: isOpen && administers && found.awaited.includes(reader.organisation ?? ""),
      prove:
        isOpen &&
        (change.kind === "roster" || change.kind === "handOver") &&
        found.awaited.length > 0 &&
        reader.roles.includes("nodeOperator"),
      withdraw:
        isOpen &&
        change.kind !== "confirmFreeze" &&
        (isProposer || (administers && reader.organisation === organisation)),
    },
  };
}

function voterRow({ voter, choice, by_account, id, height, time_ms }: VoterRecord): ProposalRow["voters"][number] {
  if (choice === null || by_account === null || id === null || height === null || time_ms === null) {
    return { voter, vote: null };
  }
  const said = choice === "for" ? "for" : "against";
  return { voter, vote: { choice: said, by: by_account, transaction: id, height, timeMs: time_ms } };
}

function endOf({ outcome, ended_ms, ended_by }: ProposalRecord): ProposalRow["ended"] {
  const found = outcomes.find((one) => one === outcome);
  return found === undefined || ended_ms === null ? null : { outcome: found, timeMs: ended_ms, transaction: ended_by };
}
