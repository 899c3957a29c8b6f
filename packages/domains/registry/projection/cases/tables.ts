/**
 * Cases of entry and exit, settlements and policies in tables. `said`: what was said with an act, null where it is not here
 * or was erased. `step`: every act and end of time of a case, in order; `due_ms` is until when the stage that it led to
 * lasts. `entered_by`, `reviewed_by`: who has had a hand in a case, as the ledger counts them.
 * `is_own`: settled by somebody who lived in the household then.
 */
export const caseMigrations: readonly string[] = [
  `create table registry.case (case_id text primary key, household text not null, kind text not null, stage text not null, channel text, policy int not null,
     by_account text not null, opened_ms bigint not null, changed_ms bigint not null, due_ms bigint, is_overdue boolean not null, objections int not null,
     open_objections int not null, notice text, notice_by text, public_from_ms bigint, entered_by text[] not null, reviewed_by text[] not null)`,
  "create index on registry.case (stage, due_ms, case_id)",
  "create index on registry.case (household)",
  `create table registry.step (seq bigint primary key, case_id text not null, household text not null, kind text not null, stage text not null, by_account text,
     time_ms bigint not null, id text not null, due_ms bigint, objection int, on_behalf boolean not null, content text)`,
  "create index on registry.step (case_id, seq)",
  `create table registry.said (subject text not null, commitment text not null, giver text not null, said jsonb, primary key (subject, commitment, giver))`,
  `create table registry.settlement (seq bigint primary key, household text not null, kind text not null, by_account text not null, time_ms bigint not null,
     id text not null, content text not null, is_own boolean not null)`,
  "create index on registry.settlement (household, seq)",
  "create table registry.policy (version int primary key, policy jsonb not null, time_ms bigint not null, id text not null)",
];
