/**
 * Posts and who holds them. `said`: what is known of a person's qualifications, null where nobody said any, where it is not
 * here, or where it was erased; `forgotten`: whose nodes have to say that they have erased it, and whose have.
 */
export const migrations: readonly string[] = [
  `create table posts.post (post text primary key, seq bigint not null, account text not null, kind text not null, areas text[] not null,
     households_max int not null, from_ms bigint not null, until_ms bigint not null, by_account text not null, time_ms bigint not null,
     id text not null)`,
  "create index on posts.post (account)",
  "create index on posts.post using gin (areas)",
  `create table posts.helper (account text primary key, subject text not null, commitment text not null, giver text not null,
     said jsonb, time_ms bigint not null)`,
  `create table posts.forgotten (subject text primary key, account text not null, owed text[] not null, acknowledged text[] not null,
     time_ms bigint not null)`,
];
