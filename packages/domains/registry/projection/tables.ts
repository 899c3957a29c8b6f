import type { SubjectFile } from "../content/file/subject-file.ts";
import type { HouseholdEnding } from "../tables.ts";
import { caseMigrations } from "./cases/tables.ts";
import { helpMigrations } from "./help/tables.ts";

/** Events of one transaction that `seq` can tell apart. */
export const eventsPerSeq = 8_192;

/**
 * Files in tables, in clear: only what this node's vault opens. `seq`: place in the log × 8,192 + number of the event.
 *
 * `file` is the subject's file as its parts have made it, JSON; the other columns are taken out of it for lists. That of a household lies
 * apart from its row and is not compressed: lists read rows a fifth as long, and an import waits for no compression. `pairs`: every
 * two signs that stand side by side in what a household is found by, since words of two signs are the usual ones in
 * Chinese, for which PostgreSQL's trigrams are blind. `tally`: how many households are alike, so that a list of 100,000
 * counts its filters by adding up some thousand rows.
 */
export const migrations: readonly string[] = [
  `create table registry.household (household text primary key, keeper text not null, area text not null, responsible text, ended text,
     merged_into text, opened_ms bigint not null, changed_ms bigint not null, import text, version int not null, number text collate "C" not null,
     village text not null, team text not null, address text not null, phone text not null, head text not null, people int not null,
     monitored text not null, cause text not null, relief text[] not null, open int not null, search text not null, pairs text[] not null,
     file jsonb storage external not null)`,
  "create index on registry.household (keeper, number, household) where ended is null",
  "create index on registry.household (keeper, monitored, number, household) where ended is null",
  "create index on registry.household (area, number, household) where ended is null",
  // For those who see every keeper's files.
  "create index on registry.household (number, household) where ended is null",
  "create index on registry.household (responsible) where responsible is not null",
  "create index on registry.household (import) where import is not null",
  "create index on registry.household (keeper, number, household) where open > 0",
  "create index on registry.household (phone) where phone <> ''",
  "create index on registry.household using gin (pairs)",
  `create table registry.person (person text primary key, household text not null, position int not null, ended text, account text, version int not null,
     name text not null, identity text collate "C" not null, birth text not null, sex text not null, relation text not null, file jsonb not null)`,
  "create index on registry.person (household, position)",
  "create index on registry.person (identity) where identity <> ''",
  "create index on registry.person (right(identity, 4)) where identity <> ''",
  "create index on registry.person (name, birth)",
  "create index on registry.person (account) where account is not null",
  // What a subject's first part says is its file; `sets` tells what each later one changed.
  `create table registry.part (seq bigint primary key, subject text not null, household text not null, version int not null, base int not null,
     commitment text not null, giver text not null, time_ms bigint not null, id text not null, import text, reason text, device text, made_ms bigint, words text,
     form int, sets jsonb, basis jsonb)`,
  "create index on registry.part (subject, version)",
  "create index on registry.part (household, seq)",
  "create index on registry.part (import, household) where import is not null and version > 1",
  // What happened to a household besides: `data` is the event without what stands in the other columns.
  `create table registry.happening (seq bigint not null, household text not null, kind text not null, by_account text not null, time_ms bigint not null,
     id text not null, data jsonb not null, primary key (household, seq))`,
  `create table registry.reading (seq bigint not null, household text not null, by_account text not null, organisation text not null, purpose text not null,
     time_ms bigint not null, id text not null, primary key (household, seq))`,
  "create index on registry.reading (by_account, household, time_ms)",
  `create table registry.access (household text not null, organisation text not null, purpose text not null, classes text[] not null, asked_by text not null,
     asked_ms bigint not null, until_ms bigint not null, given_by text, witness text, given_ms bigint, primary key (household, organisation))`,
  `create table registry.erasure (erasure text primary key, ground text not null, subjects text[] not null, by_account text not null, asked_ms bigint not null,
     id text not null, approved boolean, owed text[] not null default '{}', decided_by text, decided_ms bigint, decided_id text, completed_ms bigint)`,
  `create table registry.acknowledgement (erasure text not null, organisation text not null, statement text not null, time_ms bigint not null, id text not null,
     primary key (erasure, organisation))`,
  "create table registry.form (version int primary key, form jsonb not null, time_ms bigint not null, id text not null)",
  "create table registry.erased (subject text primary key, erasure text not null)",
  `create table registry.tally (keeper text not null, area text not null, monitored text not null, cause text not null, is_open boolean not null,
     is_ended boolean not null, count int not null, people int not null, primary key (keeper, area, monitored, cause, is_open, is_ended))`,
  ...caseMigrations,
  ...helpMigrations,
];

/** A row of `registry.household`. */
export interface HouseholdRecord {
  readonly household: string;
  readonly keeper: string;
  readonly area: string;
  responsible: string | null;
  ended: HouseholdEnding | null;
  merged_into: string | null;
  readonly opened_ms: number;
  changed_ms: number;
  readonly import: string | null;
  version: number;
  number: string;
  village: string;
  team: string;
  address: string;
  phone: string;
  head: string;
  people: number;
  monitored: string;
  cause: string;
  relief: readonly string[];
  /** Fields of the household and its people that are open between two values. */
  open: number;
  search: string;
  pairs: readonly string[];
  file: SubjectFile;
}

/** A row of `registry.person`. */
export interface PersonRecord {
  readonly person: string;
  household: string;
  /** Among the people of the household: the order in which they came. */
  position: number;
  ended: string | null;
  account: string | null;
  version: number;
  name: string;
  identity: string;
  birth: string;
  sex: string;
  relation: string;
  file: SubjectFile;
}
