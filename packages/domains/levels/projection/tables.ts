/**
 * Ties with what was accepted of them last, money over them by fund, transfers in both directions with the leaf that proves
 * each to the other side, and totals: of children as they stated them, and where the own last statement stands. `direction`: out = sent from here, in = decided here.
 */
export const migrations: readonly string[] = [
  `create table levels.tie (ledger text primary key, kind text not null, name text not null, origin text not null, state text not null,
     members int not null, faulty_max int not null, funds jsonb not null, size bigint not null, note_ms bigint, under_way int not null,
     settled bigint not null, joined_height bigint not null, frozen_by text)`,
  `create table levels.flow (ledger text not null, fund int not null, sent bigint not null, received bigint not null, locked bigint not null,
     primary key (ledger, fund))`,
  `create table levels.transfer (seq bigint primary key, transfer text not null, direction text not null, ledger text not null, n bigint not null,
     amount bigint not null, payee text, state text not null, reason text, deadline_ms bigint, log_index bigint not null, id text not null,
     height bigint not null, time_ms bigint not null, ended_ms bigint)`,
  "create unique index on levels.transfer (transfer, direction)",
  "create unique index on levels.transfer (ledger, direction, n)",
  `create table levels.total (ledger text primary key, ledgers int not null, funds jsonb not null, time_ms bigint not null)`,
  "create table levels.stated (ledger text primary key, log_index bigint not null)",
];

export interface LevelsTables {
  "levels.tie": TieRecord;
  "levels.flow": FlowRecord;
  "levels.transfer": TransferRecord;
  "levels.total": TotalRecord;
  "levels.stated": { readonly ledger: string; readonly log_index: number };
}

export interface TieRecord {
  readonly ledger: string;
  readonly kind: string;
  readonly name: string;
  readonly origin: string;
  readonly state: string;
  readonly members: number;
  readonly faulty_max: number;
  readonly funds: unknown;
  readonly size: number;
  readonly note_ms: number | null;
  readonly under_way: number;
  readonly settled: number;
  readonly joined_height: number;
  readonly frozen_by: string | null;
}

export interface FlowRecord {
  readonly ledger: string;
  readonly fund: number;
  readonly sent: number;
  readonly received: number;
  readonly locked: number;
}

export interface TransferRecord {
  readonly seq: number;
  readonly transfer: string;
  readonly direction: string;
  readonly ledger: string;
  readonly n: number;
  readonly amount: number;
  readonly payee: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly deadline_ms: number | null;
  readonly log_index: number;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly ended_ms: number | null;
}

export interface TotalRecord {
  readonly ledger: string;
  readonly ledgers: number;
  readonly funds: unknown;
  readonly time_ms: number;
}
