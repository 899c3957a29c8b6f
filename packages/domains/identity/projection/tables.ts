import type { Role } from "@mingbai/ledger/authority/role";
import type { AreaLevel } from "../schema.ts";

/** Events of one transaction that `seq` can tell apart. */
export const eventsPerSeq = 8_192;

/**
 * Organisations, areas, people, what they hold, their keys, and every act on them. `seq` = place in the log × 8,192 +
 * number within the transaction; below zero for what the ledger began with. Terms are ms, `until_ms` the first moment
 * outside; what was withdrawn ends there.
 */
export const migrations: readonly string[] = [
  `create table identity.organisation (organisation text primary key, name_en text not null, name_zh text not null, area text,
     seq bigint not null unique)`,
  "create table identity.area (area text primary key, level text not null, parent text, name_en text not null, name_zh text not null)",
  "create index on identity.area (parent)",
  `create table identity.person (account text primary key, organisation text not null, name text not null, seq bigint not null unique,
     id text, height bigint not null, time_ms bigint not null, contact text not null)`,
  "create index on identity.person (organisation, seq)",
  `create table identity.role_grant (seq bigint not null, role text not null, area text, from_ms bigint not null, until_ms bigint,
     deputy_of text, account text not null, ended text, number int not null, primary key (seq, number))`,
  "create index on identity.role_grant (account)",
  "create index on identity.role_grant (account) where role = 'administrator'",
  "create index on identity.role_grant (deputy_of) where deputy_of is not null",
  "create table identity.leave (account text not null, from_ms bigint not null, until_ms bigint not null, seq bigint primary key)",
  "create index on identity.leave (account)",
  `create table identity.key (key_id text primary key, account text not null, scheme int not null, public_key text not null,
     from_height bigint not null, until_height bigint, seq bigint not null, confirmed boolean not null, used_ms bigint, name text not null)`,
  "create index on identity.key (account)",
  `create table identity.recovery (account text primary key, key_id text not null, proposed_by text not null, organisation text not null,
     proposed_ms bigint not null, effect_ms bigint)`,
  "create table identity.recovered (account text primary key, time_ms bigint not null)",
  // Under no organisation: the limit of those that have none of their own, once members have voted it.
  "create table identity.approval_limit (organisation text primary key, amount bigint, before bigint, from_ms bigint not null)",
  `create table identity.act (seq bigint primary key, account text not null, kind text not null, by_account text, other text, roles text[] not null,
     area text, from_ms bigint, until_ms bigint, key_id text, id text, height bigint not null, time_ms bigint not null)`,
  "create index on identity.act (account, seq)",
  "create index on identity.act (other, seq) where other is not null",
];

/** Why a role ended before the term that it was given for. */
export const earlyEnds = ["withdrawn", "handedOver"] as const;

export interface IdentityTables {
  "identity.organisation": { organisation: string; name_en: string; name_zh: string; area: string | null; seq: number };
  "identity.area": { area: string; level: AreaLevel; parent: string | null; name_en: string; name_zh: string };
  "identity.person": {
    account: string;
    organisation: string;
    name: string;
    seq: number;
    id: string | null;
    height: number;
    time_ms: number;
    contact: string;
  };
  "identity.role_grant": {
    seq: number;
    number: number;
    account: string;
    role: Role;
    area: string | null;
    from_ms: number;
    until_ms: number | null;
    deputy_of: string | null;
    ended: (typeof earlyEnds)[number] | null;
  };
  "identity.leave": { account: string; from_ms: number; until_ms: number; seq: number };
  "identity.key": {
    key_id: string;
    account: string;
    scheme: number;
    public_key: string;
    from_height: number;
    until_height: number | null;
    seq: number;
    confirmed: boolean;
    used_ms: number | null;
    name: string;
  };
  "identity.recovered": { account: string; time_ms: number };
  "identity.approval_limit": {
    organisation: string;
    amount: number | null;
    before: number | null;
    from_ms: number;
  };
  "identity.recovery": {
    account: string;
    key_id: string;
    proposed_by: string;
    organisation: string;
    proposed_ms: number;
    effect_ms: number | null;
  };
  "identity.act": {
    seq: number;
    account: string;
    kind: string;
    by_account: string | null;
    other: string | null;
    roles: Role[];
    area: string | null;
    from_ms: number | null;
    until_ms: number | null;
    key_id: string | null;
    id: string | null;
    height: number;
    time_ms: number;
  };
}
