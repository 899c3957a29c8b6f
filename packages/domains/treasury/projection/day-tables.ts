/** Tables of bank days: differences that were reported, and what both sides signed of a day. */
export const dayMigrations: readonly string[] = [
  `create table treasury.difference (seq bigint primary key, bank_account text not null, kind text not null, reference text not null,
     day date not null, effect bigint not null, state text not null, reported_by text not null, organisation text not null, id text not null,
     height bigint not null, time_ms bigint not null, resolution text, proposed_by text, proposed_organisation text, proposal text,
     proposed_height bigint, proposed_ms bigint, settled_by text, settled_organisation text, settlement text, settled_height bigint, settled_ms bigint)`,
  "create index on treasury.difference (seq) where state = 'open'",
  `create table treasury.day_close (seq bigint primary key, bank_account text not null, day date not null, claim text not null, digest text not null,
     state text not null, closed_by text not null, organisation text not null, id text not null, height bigint not null, time_ms bigint not null,
     countersigned_by text, countersigned_organisation text, countersign text, countersigned_height bigint, countersigned_ms bigint)`,
  "create index on treasury.day_close (bank_account, day)",
  "create index on treasury.bank_line (bank_account, value_day)",
];
