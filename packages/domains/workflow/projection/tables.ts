import type { MatterKind } from "../schema.ts";
import type { Stage } from "../stages.ts";

/** Events of one transaction that `seq` can tell apart. */
export const eventsPerSeq = 8_192;
/** When an end is due: never. A number, so that rows stand in one order. */
export const neverMs = Number.MAX_SAFE_INTEGER;

/**
 * Matters in tables. `seq` of a matter: place in the log of its submission × 8,192 + number of the event.
 *
 * `seat`: one row for each side that sees a matter, and one for each account that acted on it, so that every box of a queue
 * is one range of one index. `key` says whose it is and `turn` the roles whose turn it is there, as bits (`seats.ts`).
 * `tally`: how many seats are alike.
 * PERF: 10,000 matters, 32 readers; counting 10,000 seats took 6 ms a question, adding up their tallies takes 0.1 ms.
 */
export const migrations: readonly string[] = [
  `create table workflow.matter (seq bigint primary key, matter text not null unique, number text not null unique, kind text not null,
     stage text not null, version int not null, applicant text not null, applicant_organisation text not null, addressee text not null,
     holder text not null, payee text not null, fund int not null, amount bigint not null, content text not null, title text not null, search text collate "C" not null,
     entered text[] not null, decided text[] not null, asked text[] not null, actors text[] not null, submitted_ms bigint not null, changed_ms bigint not null,
     due_ms bigint not null, is_overdue boolean not null, paid_by text, paid_line int, paid_fund int, paid_tranche int, paid_amount bigint)`,
  "create index on workflow.matter (changed_ms, seq)",
  "create index on workflow.matter (addressee, changed_ms, seq)",
  // Every two signs that stand side by side in a matter's number and title: a word of two signs is the usual one in Chinese,
  // for which PostgreSQL's trigrams are blind.
  'create table workflow.pair (pair text collate "C" not null, seq bigint not null, primary key (pair, seq))',
  "create index on workflow.pair (seq)",
  `create table workflow.seat (key text not null, seq bigint not null, number text not null, due_ms bigint not null, turn int not null,
     stage text not null, fund int not null, is_overdue boolean not null, amount bigint not null)`,
  "create index on workflow.seat (key, due_ms, number) include (turn, stage, fund, is_overdue, amount, seq)",
  "create index on workflow.seat (seq)",
  `create table workflow.tally (key text not null, turn int not null, stage text not null, fund int not null, is_open boolean not null,
     is_overdue boolean not null, count int not null, sum bigint not null, primary key (key, turn, stage, fund, is_open, is_overdue))`,
  `create table workflow.version (seq bigint not null, version int not null, time_ms bigint not null, commitment text not null, payee text not null,
     fund int not null, amount bigint not null, content text, primary key (seq, version))`,
  `create table workflow.step (at bigint primary key, seq bigint not null, id text not null, height bigint not null, time_ms bigint not null,
     act text not null, by_account text, version int not null, stage text not null, holder text not null, opinion text, words text)`,
  "create index on workflow.step (seq, at)",
  `create table workflow.invoice (seq bigint not null, number text not null, seller text not null, amount bigint not null)`,
  "create index on workflow.invoice (seq)",
  "create index on workflow.invoice (number, seller, amount)",
  // The files that any version names, and who entered that version.
  "create table workflow.file (file text not null, seq bigint not null, entered_by text not null)",
  "create index on workflow.file (file)",
  "create table workflow.numbering (prefix text not null, year int not null, count int not null, primary key (prefix, year))",
  // Whom an event concerns. `key`: a seat's, or "p:" and an account; `roles`: whom at that seat, as bits, 0 for all of them;
  // `area`: only those who act there.
  `create table workflow.notice (key text not null, at bigint not null, kind text not null, state text not null, roles int not null,
     by_account text not null, time_ms bigint not null, seq bigint, person text, household text, case_id text, about text, area text, primary key (key, at))`,
];

/** A row of `workflow.matter`. */
export interface MatterRecord {
  readonly seq: number;
  readonly matter: string;
  readonly number: string;
  readonly kind: MatterKind;
  stage: Stage;
  version: number;
  readonly applicant: string;
  readonly applicant_organisation: string;
  readonly addressee: string;
  holder: string;
  payee: string;
  fund: number;
  amount: number;
  content: string;
  title: string;
  /** Number and title in small letters, compared byte by byte. */
  search: string;
  entered: string[];
  /** Of the current version. */
  decided: string[];
  /** Organisations that were asked for an opinion. */
  asked: string[];
  /** Seats of those who acted on it: account and side. */
  actors: string[];
  readonly submitted_ms: number;
  changed_ms: number;
  due_ms: number;
  is_overdue: boolean;
  paid_by: string | null;
  paid_line: number | null;
  paid_fund: number | null;
  paid_tranche: number | null;
  paid_amount: number | null;
}

export interface SeatRecord {
  readonly key: string;
  readonly seq: number;
  readonly number: string;
  readonly due_ms: number;
  readonly turn: number;
  readonly stage: Stage;
  readonly fund: number;
  readonly is_overdue: boolean;
  readonly amount: number;
}
