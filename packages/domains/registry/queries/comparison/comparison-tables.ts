import type { FileFault } from "../../content/check/file-fault.ts";
import type { Reason, SettledReason, Unjudged } from "../../content/compare/verdict.ts";
import type { Proposal } from "../../content/village/proposal.ts";

/**
 * What comparing gave, as the node keeps it beside the projected tables: it can be thrown away and made again by another run, and is
 * no part of the log. `rank`: 0 red, 1 yellow, 2 green. `rules`: those of open reasons. `faults`, `proposals`: null until the
 * household's village was checked.
 */
export const comparisonTables: readonly string[] = [
  "create schema if not exists comparison",
  `create table if not exists comparison.run (run text primary key, village text, state text not null, trouble text, by_account text not null,
     started_ms bigint not null, ended_ms bigint, day text not null, version int not null, households int not null, done int not null,
     red int not null, yellow int not null, green int not null, facts int not null, unregistered int not null, sources jsonb not null)`,
  // By the clock: nobody asked for it, and each hour has one run.
  "alter table comparison.run alter column by_account drop not null",
  "alter table comparison.run add column if not exists slot_ms bigint",
  "create table if not exists comparison.slot (slot_ms bigint primary key, run text not null)",
  `create table if not exists comparison.clock (one boolean primary key check (one), times jsonb not null, since_ms bigint not null,
     next_ms bigint not null)`,
  "create index if not exists run_started on comparison.run (started_ms)",
  `create table if not exists comparison.verdict (household text primary key, run text not null, day text not null, version int not null,
     checked_ms bigint not null, rank smallint not null, rules text[] not null, reasons jsonb not null, settled jsonb not null,
     unjudged jsonb not null, sources text[] not null, unasked int[] not null, people int not null, faults jsonb, proposals jsonb)`,
  "create index if not exists verdict_rank on comparison.verdict (rank, household)",
  "create index if not exists verdict_rules on comparison.verdict using gin (rules)",
  `create table if not exists comparison.unregistered (run text not null, place int not null, found jsonb not null, primary key (run, place))`,
];

/** The bank account that a row of `registry.person`, here `person`, gives. */
export const accountOfPerson = "(person.file #>> '{fields,bankAccount,value}')";

/**
 * An erasure that reaches the projected tables takes what was found of these subjects along. Made anew at each start, since a projection
 * that is read again begins with tables of its own. So does the index by bank account.
 */
export const besideProjections: readonly string[] = [
  // Who is paid to the same account as somebody of a village is asked with each check.
  `create index if not exists person_account on registry.person ((file #>> '{fields,bankAccount,value}'))
     where (file #>> '{fields,bankAccount,value}') is not null`,
  `create or replace function comparison.forget() returns trigger language plpgsql as $$ begin
     delete from comparison.verdict where household = new.subject
       or household in (select household from registry.person where person = new.subject);
     return new; end $$`,
  "drop trigger if exists forget_verdicts on registry.erased",
  "create trigger forget_verdicts after insert on registry.erased for each row execute function comparison.forget()",
  `delete from comparison.verdict where household in (select subject from registry.erased)`,
];

/** States of a run; the first two are under way. */
export const runStates = ["asking", "comparing", "done", "cancelled", "failed", "broken"] as const;
export type RunState = (typeof runStates)[number];

/** How taking a source's facts went, as a run tells it. */
export interface SourceProgress {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly state: "waiting" | "asking" | "done" | "failed";
  readonly facts: number;
  readonly bad: number;
  readonly asked?: number;
  readonly of?: number;
  /** When the source says that it is from, ms. */
  readonly sourceMs?: number;
  /** A declared code, and the department's own where it gave one. */
  readonly trouble?: string;
}

/** A row of `comparison.verdict`. */
export interface VerdictRecord {
  readonly household: string;
  readonly run: string;
  readonly day: string;
  readonly version: number;
  readonly checked_ms: number;
  readonly rank: number;
  readonly rules: readonly string[];
  readonly reasons: readonly Reason[];
  readonly settled: readonly SettledReason[];
  readonly unjudged: readonly Unjudged[];
  readonly sources: readonly string[];
  readonly unasked: readonly number[];
  readonly people: number;
  readonly faults: readonly FileFault[] | null;
  readonly proposals: readonly Proposal[] | null;
}
