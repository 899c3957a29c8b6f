import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { FieldChange } from "../content/file/part.ts";
import { visitsView } from "../views/visits.ts";
import { personName } from "./names.ts";
import { getOpened } from "./opened-file.ts";
import { readers } from "./reader-scope.ts";
import { onlySeen } from "./seen-values.ts";

type View = typeof visitsView;
type Sets = { readonly [field: string]: FieldChange };

const yearMs = 365 * 24 * 60 * 60 * 1_000;

export const visits = defineQuery<unknown, View["params"], View["result"]>(visitsView, {
  title: { en: "Visits to a household", zh: "对一户的走访" },
  allow: readers,
  async answer(context, { household, limit }) {
    const { nowMs, readAt } = await readNow(context);
    const { fields } = await getOpened(context, { household, nowMs });
    const [found, counts] = await Promise.all([
      findVisits(context, household, limit),
      countVisits(context, household, nowMs - yearMs),
    ]);
    const rows = found.map(({ id: transaction, time_ms: timeMs, giver, name, words, sets }) => {
      const changed = sets.reduce((sum, one) => sum + Object.keys(onlySeen(one, fields)).length, 0);
      return { transaction, timeMs, by: { account: giver, name }, words, changed };
    });
    return { rows, ...counts, readAt };
  },
});

/** What was signed at once is one visit, of however many people it tells. */
async function findVisits({ sql: database }: QueryContext<unknown>, household: string, limit: number) {
  const { rows } = await sql<{
    id: string;
    time_ms: number;
    giver: string;
    name: string;
    words: string;
    sets: readonly Sets[];
  }>`select part.id, min(part.time_ms) as time_ms, part.giver, ${personName("part.giver")} as name,
      coalesce(string_agg(part.words, ' ' order by part.seq) filter (where part.words <> ''), '') as words,
      coalesce(jsonb_agg(part.sets) filter (where part.sets is not null), '[]') as sets
    from registry.part part where part.household = ${household} and part.reason = 'visit' and part.version > 1
    group by part.id, part.giver order by min(part.seq) desc limit ${limit}`.execute(database);
  return rows;
}

async function countVisits({ sql: database }: QueryContext<unknown>, household: string, sinceMs: number) {
  const { rows } = await sql<{ total: number; lately: number; byResponsible: number }>`
    select count(distinct part.id)::int as total,
      (count(distinct part.id) filter (where part.time_ms > ${sinceMs}))::int as lately,
      (count(distinct part.id) filter (where part.time_ms > ${sinceMs} and part.giver = one.responsible))::int as "byResponsible"
    from registry.part part join registry.household one on one.household = part.household
    where part.household = ${household} and part.reason = 'visit' and part.version > 1`.execute(database);
  return rows[0] ?? { total: 0, lately: 0, byResponsible: 0 };
}
