import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { importsMax, importsView } from "../../views/import.ts";
import { personName } from "../names.ts";
import { findScope, inScope } from "../reader-scope.ts";
import { isAsOpened } from "./is-as-opened.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof importsView;

interface Found {
  readonly import: string;
  readonly by_account: string;
  readonly by_name: string;
  readonly time_ms: number;
  readonly opened: number;
  readonly people: number;
  readonly withdrawn: number;
  readonly changed_since: number;
  readonly changed: number;
}

/** Every household of an import is counted, some 100,000 of each: asked when the desk is opened, not while it is typed at. */
export const imports = defineQuery<unknown, View["params"], View["result"]>(importsView, {
  title: { en: "Imports of household lists", zh: "导入过的名单" },
  allow: writerReaders,
  async answer(context) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const { rows } = await sql<Found>`with own as (select * from registry.household where ${inScope(scope)}),
      opened as (
        select one.import, min(one.opened_ms) as time_ms, min(one.household) as some, count(*)::int as opened,
          coalesce(sum(one.people), 0)::int as people,
          (count(*) filter (where one.ended = 'withdrawn'))::int as withdrawn,
          (count(*) filter (where one.ended is distinct from 'withdrawn' and not ${isAsOpened}))::int as changed_since
        from own one where one.import is not null group by one.import),
      changed as (
        select part.import, min(part.time_ms) as time_ms, min(part.seq) as some, count(distinct part.household)::int as changed
        from registry.part part join own using (household)
        where part.import is not null and part.version > 1 and part.reason is distinct from 'undo' group by part.import),
      made as (
        select import, least(opened.time_ms, changed.time_ms) as time_ms, coalesce(opened, 0) as opened,
          coalesce(people, 0) as people, coalesce(withdrawn, 0) as withdrawn, coalesce(changed_since, 0) as changed_since,
          coalesce(changed, 0) as changed, coalesce(
            (select by_account from registry.happening where household = opened.some and kind = 'opened' limit 1),
            (select giver from registry.part where seq = changed.some)) as by_account
        from opened full join changed using (import))
      select *, ${personName("made.by_account")} as by_name from made
      order by time_ms desc, import limit ${importsMax}`.execute(context.sql);
    return {
      rows: rows.map(({ by_account, by_name, time_ms, changed_since, ...row }) => ({
        ...row,
        by: { account: by_account, name: by_name },
        timeMs: time_ms,
        changedSince: changed_since,
      })),
      readAt,
    };
  },
});
