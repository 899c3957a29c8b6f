import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { importHouseholdsView } from "../../views/import.ts";
import { findScope, inScope } from "../reader-scope.ts";
import { isAsOpened } from "./is-as-opened.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof importHouseholdsView;
type State = "opened" | "changedSince" | "changed" | "ended";

/** What taking an import back begins with. */
export const importHouseholds = defineQuery<unknown, View["params"], View["result"]>(importHouseholdsView, {
  title: { en: "Households of an import", zh: "一次导入的户" },
  allow: writerReaders,
  async answer(context, { import: from, after = "", limit }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const { rows } = await sql<{ household: string; state: State }>`select household, case
        when one.ended is not null then 'ended'
        when one.import is distinct from ${from} then 'changed'
        when ${isAsOpened} then 'opened' else 'changedSince' end as state
      from registry.household one
      where ${inScope(scope)} and household > ${after} and household in (
        select household from registry.household where import = ${from}
        union select household from registry.part where import = ${from} and version > 1)
      order by household limit ${limit + 1}`.execute(context.sql);
    return { rows: rows.slice(0, limit), more: rows.length > limit, readAt };
  },
});
