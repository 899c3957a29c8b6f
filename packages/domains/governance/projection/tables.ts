/** Events of one transaction that `seq` can tell apart. */
const eventsPerSeq = 8_192;

/** Place of an event among all: of its transaction in the log, and within that. */
export function seqOf(logIndex: number, index: number): number {
  return logIndex * eventsPerSeq + index;
}

/**
 * Proposals with their votes, members, and what has been voted. `outcome`: null while a proposal is open. `awaited`: what
 * must still say yes besides the votes. `words`: null where this node's vault has none. `setting`: rules and numbers that
 * stand otherwise than usual; `base`: how often a subject was changed.
 * `stop`: what is frozen; `until_ms` is null once that is confirmed. `double_vote`: who was proven to have voted twice.
 */
export const migrations: readonly string[] = [
  `create table governance.proposal (seq bigint primary key, proposal text not null unique, change jsonb not null, before jsonb not null,
     subject text not null, rule jsonb not null, needed int not null, base int not null, awaited text[] not null, by_account text not null,
     organisation text not null, deadline_ms bigint not null, words text, height bigint not null, time_ms bigint not null,
     outcome text, ended_ms bigint, ended_by text)`,
  "create index on governance.proposal (seq) where outcome is null",
  `create table governance.voter (proposal text not null, voter text not null, choice text, by_account text, id text, height bigint,
     time_ms bigint, primary key (proposal, voter))`,
  "create table governance.member (organisation text primary key, from_ms bigint not null)",
  "create table governance.setting (subject text primary key, value jsonb)",
  `create table governance.stop (key text primary key, target jsonb not null, reason text not null, proposal text not null,
     until_ms bigint, id text not null, height bigint not null, time_ms bigint not null)`,
  "create table governance.base (subject text primary key, count int not null)",
  `create table governance.double_vote (seq bigint primary key, organisation text not null, voted_height bigint not null,
     id text not null, height bigint not null, time_ms bigint not null)`,
];

export interface GovernanceTables {
  "governance.proposal": ProposalRecord;
  "governance.voter": VoterRecord;
  "governance.member": { organisation: string; from_ms: number };
  "governance.setting": { subject: string; value: unknown };
  "governance.base": { subject: string; count: number };
}

export interface ProposalRecord {
  readonly seq: number;
  readonly proposal: string;
  readonly change: unknown;
  readonly before: unknown;
  readonly subject: string;
  readonly rule: unknown;
  readonly needed: number;
  readonly base: number;
  readonly awaited: readonly string[];
  readonly by_account: string;
  readonly organisation: string;
  readonly deadline_ms: number;
  readonly words: string | null;
  readonly height: number;
  readonly time_ms: number;
  readonly outcome: string | null;
  readonly ended_ms: number | null;
  readonly ended_by: string | null;
}

export interface VoterRecord {
  readonly proposal: string;
  readonly voter: string;
  readonly choice: string | null;
  readonly by_account: string | null;
  readonly id: string | null;
  readonly height: number | null;
  readonly time_ms: number | null;
}
