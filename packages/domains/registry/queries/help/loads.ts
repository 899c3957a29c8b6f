import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { loadsMax, loadsView } from "../../views/help.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";

type View = typeof loadsView;

export const loads = defineQuery<unknown, View["params"], View["result"]>(loadsView, {
  title: { en: "How many households each person answers for", zh: "每人负责多少户" },
  allow: officeReaders,
  async answer(context) {
    const { nowMs, readAt } = await readNow(context);
    const theirs = inScope(await findScope(context, nowMs));
    const { rows } = await sql<{ account: string | null; households: number; monitored: number }>`
      select responsible as account, count(*)::int as households, (count(*) filter (where monitored <> ''))::int as monitored
      from registry.household where ended is null and ${theirs}
      group by responsible order by responsible is not null, count(*) desc, responsible limit ${loadsMax + 1}`.execute(
      context.sql,
    );
    const held = rows.flatMap(({ account, ...counts }) => (account === null ? [] : [{ account, ...counts }]));
    const without = rows.find(({ account }) => account === null)?.households ?? 0;
    return { rows: held.slice(0, loadsMax), without, readAt };
  },
});
