import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { openStages } from "../../stages.ts";
import { casesView } from "../../views/cases.ts";
import { areasIn } from "../list-filter.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";
import { caseColumns, caseLineOf, type FoundCase } from "./case-line.ts";
import { isMyTurn } from "./my-turn.ts";

type View = typeof casesView;
type Params = z.output<View["params"]>;
type Result = z.output<View["result"]>;

/** What a list is made from: cases in the reader's sight, which of them the filter shows, and which are the reader's turn. */
interface Listed {
  readonly theirs: RawBuilder<boolean>;
  readonly shown: RawBuilder<boolean>;
  readonly mine: RawBuilder<boolean>;
}

export const cases = defineQuery<unknown, View["params"], View["result"]>(casesView, {
  title: { en: "Cases of entry and exit", zh: "准入和退出办件" },
  allow: officeReaders,
  async answer(context, params) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const mine = isMyTurn(context.reader, scope);
    const theirs = sql<boolean>`${inScope(scope)} and ${matches(params)}`;
    const listed = { theirs, mine, shown: isShown(params, mine) };
    const [found, counts, byStage] = await Promise.all([
      findPage(database, listed, params),
      count(database, listed),
      countStages(database, listed),
    ]);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.place}.${last.case_id}` : null;
    return { rows: page.map(caseLineOf), next, counts, byStage, readAt };
  },
});

/** What every count is about. */
function matches({ kind, area, household }: Params): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (kind !== undefined) conditions.push(sql<boolean>`found.kind = ${kind}`);
  if (area !== undefined) conditions.push(sql<boolean>`home.area = any(${areasIn(area)})`);
  if (household !== undefined) conditions.push(sql<boolean>`found.household = ${household}`);
  return sql.join(conditions, sql` and `);
}

/** What of it the list shows. */
function isShown({ stage, mine, overdue, ended }: Params, isMine: RawBuilder<boolean>): RawBuilder<boolean> {
  const open = sql<boolean>`found.stage = any(${openStages})`;
  const conditions = [
    stage !== undefined ? sql<boolean>`found.stage = ${stage}` : ended !== undefined ? sql<boolean>`not ${open}` : open,
  ];
  if (mine !== undefined) conditions.push(isMine);
  if (overdue !== undefined) conditions.push(sql<boolean>`found.is_overdue`);
  return sql.join(conditions, sql` and `);
}

/** After all that is due comes what has no time any more, the latest first. */
const never = Number.MAX_SAFE_INTEGER;
const turnPlace = 10 ** 16;

const from = sql`registry.case found join registry.household home on home.household = found.household`;

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(
  database: Kysely<unknown>,
  { theirs, shown, mine }: Listed,
  { cursor, limit }: Params,
): Promise<(FoundCase & { place: string })[]> {
  const place = sql`(case when ${mine} then 0 else ${turnPlace}::bigint end + coalesce(found.due_ms, ${never} - found.changed_ms))`;
  const [, after, id] = /^(\d{1,17})\.([0-9a-f]{16})$/.exec(cursor ?? "") ?? [];
  const behind =
    after === undefined ? sql<boolean>`true` : sql<boolean>`(${place}, found.case_id) > (${after}::bigint, ${id})`;
  const { rows } = await sql<FoundCase & { place: string }>`select ${caseColumns(mine)}, ${place}::text as place
    from ${from} where ${theirs} and ${shown} and ${behind}
    order by ${place}, found.case_id limit ${limit + 1}`.execute(database);
  return rows;
}

async function count(database: Kysely<unknown>, { theirs, shown, mine }: Listed): Promise<Result["counts"]> {
  const open = sql<boolean>`found.stage = any(${openStages})`;
  const { rows } = await sql<Result["counts"]>`select (count(*) filter (where ${open}))::int as open,
      (count(*) filter (where ${mine}))::int as mine, (count(*) filter (where found.is_overdue))::int as overdue,
      (count(*) filter (where not ${open}))::int as ended, (count(*) filter (where ${shown}))::int as shown
    from ${from} where ${theirs}`.execute(database);
  return rows[0] ?? { open: 0, mine: 0, overdue: 0, ended: 0, shown: 0 };
}

async function countStages(database: Kysely<unknown>, { theirs }: Listed): Promise<Result["byStage"]> {
  const { rows } = await sql<Result["byStage"][number]>`select found.stage,
      count(*)::int as count, (count(*) filter (where found.is_overdue))::int as overdue
    from ${from} where ${theirs} group by found.stage order by found.stage`.execute(database);
  return rows;
}
