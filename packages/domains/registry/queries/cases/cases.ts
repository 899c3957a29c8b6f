import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { type Stage, turns, undecided, waits } from "../../stages.ts";
import { casesView } from "../../views/cases.ts";
import { areasIn } from "../list-filter.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";
import { caseColumns, caseLineOf, type FoundCase } from "./case-line.ts";

type View = typeof casesView;
type Params = z.output<View["params"]>;

/** Stages at which something is still to come. */
const openStages = [...new Set([...undecided, ...Object.keys(turns), ...Object.keys(waits)])];

export const cases = defineQuery<unknown, View["params"], View["result"]>(casesView, {
  title: { en: "Cases of entry and exit", zh: "准入和退出办件" },
  allow: officeReaders,
  async answer(context, params) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    const theirs = sql<boolean>`${inScope(await findScope(context, nowMs))} and ${matches(params)}`;
    const [found, byStage] = await Promise.all([findPage(database, theirs, params), countStages(database, theirs)]);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${dueOf(last)}.${last.case_id}` : null;
    return { rows: page.map(caseLineOf), next, byStage, readAt };
  },
});

function matches({ kind, area, household, overdue }: Params): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (kind !== undefined) conditions.push(sql<boolean>`found.kind = ${kind}`);
  if (area !== undefined) conditions.push(sql<boolean>`home.area = any(${areasIn(area)})`);
  if (household !== undefined) conditions.push(sql<boolean>`found.household = ${household}`);
  if (overdue !== undefined) conditions.push(sql<boolean>`found.is_overdue`);
  return sql.join(conditions, sql` and `);
}

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(
  database: Kysely<unknown>,
  theirs: RawBuilder<boolean>,
  { stage, cursor, limit }: Params,
): Promise<FoundCase[]> {
  const wanted = stage === undefined ? openStages : [stage];
  const [, due, id] = /^(\d{1,16})\.([0-9a-f]{16})$/.exec(cursor ?? "") ?? [];
  const after =
    due === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(coalesce(found.due_ms, ${never}), found.case_id) > (${due}::bigint, ${id})`;
  const { rows } = await sql<FoundCase>`select ${caseColumns}
    from registry.case found join registry.household home on home.household = found.household
    where found.stage = any(${wanted}) and ${theirs} and ${after}
    order by coalesce(found.due_ms, ${never}), found.case_id limit ${limit + 1}`.execute(database);
  return rows;
}

/** Of what has no time any more: after all that has. */
const never = Number.MAX_SAFE_INTEGER;

function dueOf({ due_ms }: FoundCase): number {
  return due_ms ?? never;
}

async function countStages(database: Kysely<unknown>, theirs: RawBuilder<boolean>) {
  const { rows } = await sql<{ stage: Stage; count: number; overdue: number }>`select found.stage,
      count(*)::int as count, (count(*) filter (where found.is_overdue))::int as overdue
    from registry.case found join registry.household home on home.household = found.household
    where ${theirs} group by found.stage order by found.stage`.execute(database);
  return rows;
}
