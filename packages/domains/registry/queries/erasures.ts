import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { type Role, role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ErasureState } from "../views/erasures.ts";
import { erasuresView } from "../views/erasures.ts";
import { type FoundErasure, foundColumns, lineOf } from "./erasure-line.ts";
import { findScope, inScope, isKept, readers, type Scope } from "./reader-scope.ts";

type View = typeof erasuresView;

export const erasures = defineQuery<unknown, View["params"], View["result"]>(erasuresView, {
  title: { en: "Erasures of files", zh: "档案的删除" },
  allow: [...readers, role("nodeOperator")],
  async answer(context, { erasure, state, cursor, limit }) {
    const { sql: database, reader } = context;
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const theirs = isTheirs(reader, scope);
    const seen = sql<boolean>`(${theirs} or ${owes(reader)})`;
    const conditions = [seen, isAfter(cursor)];
    if (erasure !== undefined) conditions.push(sql<boolean>`found.erasure = ${erasure}`);
    if (state !== undefined) conditions.push(sql<boolean>`${stateOf} = ${state}`);
    const [found, counts] = await Promise.all([
      sql<FoundErasure>`select ${foundColumns}, ${stateOf} as state, ${theirs} as theirs, ${mayDecide(reader, scope)} as may_decide
        from registry.erasure found where ${sql.join(conditions, sql` and `)}
        order by found.asked_ms desc, found.erasure limit ${limit + 1}`.execute(database),
      count(database, seen),
    ]);
    const rows = found.rows.slice(0, limit);
    const last = rows.at(-1);
    const next = found.rows.length > limit && last !== undefined ? `${last.asked_ms}.${last.erasure}` : null;
    return { rows: rows.map(lineOf), next, counts, readAt };
  },
});

const stateOf = sql<ErasureState>`(case when found.approved is null then 'open' when not found.approved then 'declined'
  when found.completed_ms is null then 'owed' else 'complete' end)`;

/** The households that an erasure is about: a person's is the one they live in, or lived in last. */
const ofErasure = sql`(home.household = any(found.subjects) or home.household in (
  select one.household from registry.person one where one.person = any(found.subjects)))`;

/** Of the reader's households and areas, of their own household, or asked for by them. */
function isTheirs({ account = "" }: QueryReader, scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(found.by_account = ${account}
    or exists (select 1 from registry.household home where ${ofErasure} and ${inScope(scope)})
    or exists (select 1 from registry.household home join registry.person own on own.household = home.household
      where own.account = ${account} and ${ofErasure}))`;
}

/** Whoever runs a node sees what it has to erase, without names. */
function owes({ organisation = "", roles }: QueryReader): RawBuilder<boolean> {
  const isOperator = roles.includes("nodeOperator");
  return sql<boolean>`(${isOperator} and ${organisation} = any(found.owed))`;
}

/** As the command judges: another than who asked, for all of the households. */
function mayDecide({ account = "", roles }: QueryReader, scope: Scope): RawBuilder<boolean> {
  const isDecider = scope.kind === "kept" && fileDeciders.some((one: Role) => roles.includes(one));
  return sql<boolean>`(${isDecider} and found.approved is null and found.by_account <> ${account}
    and not exists (select 1 from registry.household home where ${ofErasure} and not ${isKept(scope)}))`;
}

/** A cursor that this server did not make starts from the beginning. */
function isAfter(cursor: string | undefined): RawBuilder<boolean> {
  const [, askedMs, id] = /^(\d{1,16})\.([0-9a-f]{16})$/.exec(cursor ?? "") ?? [];
  if (askedMs === undefined || id === undefined) return sql<boolean>`true`;
  return sql<boolean>`(found.asked_ms < ${askedMs}::bigint or (found.asked_ms = ${askedMs}::bigint and found.erasure > ${id}))`;
}

async function count(database: Kysely<unknown>, seen: RawBuilder<boolean>): Promise<Record<ErasureState, number>> {
  const counts = { open: 0, declined: 0, owed: 0, complete: 0 };
  const { rows } = await sql<{ state: ErasureState; count: number }>`select ${stateOf} as state, count(*)::int as count
    from registry.erasure found where ${seen} group by 1`.execute(database);
  for (const { state, count: of } of rows) counts[state] = of;
  return counts;
}
