/**
 * Tables of consumer vouchers. `offer.taken` counts people, `held` is with them; sums are minor units. `offer_taking` has what each taker still
 * holds and spent, and how much of it on which day (days since 1970-01-01 in the ledger's zone).
 */
export const offerMigrations: readonly string[] = [
  `create table treasury.offer (seq bigint primary key, id text not null unique, office bigint not null, proposer bigint not null, fund int not null,
     source int not null, tranche int, each bigint not null, count int not null, per_day bigint not null, from_ms bigint not null, until_ms bigint not null,
     takers jsonb not null, merchants jsonb not null, title text not null, about text not null, state text not null, approvals int not null default 0,
     taken int not null default 0, held bigint not null default 0, spent bigint not null default 0, back bigint not null default 0,
     height bigint not null, time_ms bigint not null,
     opened_by text, opened_height bigint, opened_ms bigint)`,
  "create table treasury.offer_approval (offer text not null, approver bigint not null, primary key (offer, approver))",
  `create table treasury.offer_taking (seq bigint not null, offer text not null, account bigint not null, held bigint not null, spent bigint not null default 0,
     day int not null default 0, spent_that_day bigint not null default 0, id text not null, height bigint not null, time_ms bigint not null,
     primary key (offer, account))`,
  "create index on treasury.offer_taking (account)",
  "create index on treasury.offer_taking (offer, seq)",
  `create table treasury.offer_spend (seq bigint primary key, offer text not null, payer bigint not null, merchant bigint not null,
     amount bigint not null, day int not null, id text not null, height bigint not null, time_ms bigint not null)`,
  "create index on treasury.offer_spend (merchant, seq)",
  "create index on treasury.offer_spend (payer, seq)",
  `create table treasury.merchant (account bigint not null, organisation text not null, area text, is_registered boolean not null,
     id text not null, height bigint not null, time_ms bigint not null, primary key (account, organisation))`,
];
