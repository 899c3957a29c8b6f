import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { EntryPolicy } from "../../content/policy/entry-policy.ts";
import { policiesMax, policiesView } from "../../views/cases.ts";

type View = typeof policiesView;

export const policies = defineQuery<unknown, View["params"], View["result"]>(policiesView, {
  title: { en: "Policies of entry and exit", zh: "准入和退出政策" },
  allow: "anyone",
  async answer({ sql: database, readAt }) {
    const { rows } = await sql<{ version: number; policy: unknown; time_ms: number; id: string }>`
      select * from registry.policy order by version desc limit ${policiesMax - 1}`.execute(database);
    const voted = rows.map(({ version, policy, time_ms, id }) => {
      return { version, policy: EntryPolicy.parse(policy), sinceMs: time_ms, transaction: id };
    });
    const first = { version: countyPolicy.version, policy: countyPolicy, sinceMs: null, transaction: null };
    return { rows: [...voted, first], readAt: await readAt() };
  },
});
