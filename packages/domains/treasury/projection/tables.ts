/**
 * The treasury's tables in SQL. Accounts are the ledger's 64-bit numbers as signed bigint, so that a line is narrow;
 * `payment.seq` = place in the Merkle log × 8,192 + line: unique, rising with the order of entry, and reversible.
 */
export const linesPerSeq = 8_192;

export const paymentKinds = ["payment", "return", "priorReceipt"] as const;
export const paymentStatuses = ["disbursed", "confirmed", "redeeming", "burned", "returned", "frozen"] as const;

/** By what the list is asked. Parts of the list have the same indexes as the list itself (`payment-part.ts`). */
export function paymentIndexes(table: string): string[] {
  return [
    `create index on ${table} (seq)`,
    `create index on ${table} (paid_on, seq)`,
    `create index on ${table} (payee)`,
    `create index on ${table} (fund)`,
    `create index on ${table} (reference text_pattern_ops)`,
    `create index on ${table} (related) where related is not null`,
  ];
}

export const migrations: readonly string[] = [
  "create table treasury.account (account bigint primary key, kind text not null, name text not null, nature text not null, organisation text)",
  "create index on treasury.account (organisation) where organisation is not null",
  "create table treasury.fund (fund int primary key, code text not null, name text not null, office bigint not null, basis_points int not null)",
  `create table treasury.tranche (tranche int primary key, fund int not null, source text not null, owner bigint not null,
     parent int, amount bigint not null default 0, bank_reference text, opened_by text not null, height bigint not null, time_ms bigint not null)`,
  `create table treasury.batch (log_index bigint primary key, id text not null unique, payer bigint not null, fund int not null,
     tranche int not null, manifest text not null, status smallint not null, total bigint not null, settled_by text,
     settled_height bigint, settled_ms bigint, bank_reference text)`,
  `create table treasury.payment (seq bigint not null, amount bigint not null, payee bigint not null, fund int not null,
     tranche int not null, paid_on date not null, kind smallint not null, status smallint, height bigint not null,
     entered_ms bigint not null, related bigint, reference text not null, purpose text not null)`,
  ...paymentIndexes("treasury.payment"),
  `create table treasury.fund_payee (fund int not null, payee bigint not null, paid bigint not null, payments bigint not null,
     primary key (fund, payee)) with (fillfactor = 50)`,
  `create table treasury.fund_month (fund int not null, month text not null, paid bigint not null, payments bigint not null,
     primary key (fund, month))`,
  `create table treasury.fund_total (fund int primary key, deposited bigint not null, paid bigint not null, burned bigint not null,
     payments bigint not null)`,
];

export interface TreasuryTables {
  /** `organisation`: whose people act for the account; null for one that only its own keys act for. */
  "treasury.account": { account: string; kind: string; name: string; nature: string; organisation: string | null };
  "treasury.fund": { fund: number; code: string; name: string; office: string; basis_points: number };
  "treasury.tranche": TrancheTable;
  "treasury.batch": BatchTable;
  "treasury.payment": PaymentTable;
  "treasury.fund_payee": { fund: number; payee: string; paid: number; payments: number };
  "treasury.fund_month": { fund: number; month: string; paid: number; payments: number };
  "treasury.fund_total": { fund: number; deposited: number; paid: number; burned: number; payments: number };
}

export interface TrancheTable {
  tranche: number;
  fund: number;
  source: string;
  owner: string;
  parent: number | null;
  amount: number;
  bank_reference: string | null;
  opened_by: string;
  height: number;
  time_ms: number;
}

export interface BatchTable {
  log_index: number;
  id: string;
  payer: string;
  fund: number;
  tranche: number;
  manifest: string;
  status: number;
  total: number;
  settled_by: string | null;
  settled_height: number | null;
  settled_ms: number | null;
  bank_reference: string | null;
}

export interface PaymentTable {
  seq: number;
  amount: number;
  payee: string;
  fund: number;
  tranche: number;
  paid_on: string;
  kind: number;
  status: number | null;
  height: number;
  entered_ms: number;
  related: number | null;
  reference: string;
  purpose: string;
}
