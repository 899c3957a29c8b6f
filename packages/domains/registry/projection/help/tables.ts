/**
 * Messages in files, whose words are in `registry.said`, and hand-overs: who answered for a household before and since.
 */
export const helpMigrations: readonly string[] = [
  `create table registry.message (seq bigint primary key, household text not null, side text not null, on_behalf boolean not null, by_account text not null,
     time_ms bigint not null, id text not null, content text not null, told text[] not null)`,
  "create index on registry.message (household, seq)",
  `create table registry.handover (seq bigint not null, household text not null, from_account text, to_account text not null, by_account text not null,
     time_ms bigint not null, id text not null, primary key (household, seq))`,
  "create index on registry.handover (id)",
  "create index on registry.handover (to_account, seq)",
  "create index on registry.handover (from_account, seq) where from_account is not null",
];
