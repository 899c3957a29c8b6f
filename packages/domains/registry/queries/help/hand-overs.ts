import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { handOversMax, handOversView } from "../../views/help.ts";
import { personName } from "../names.ts";
import { officeReaders } from "../reader-scope.ts";

type View = typeof handOversView;

interface FoundAct {
  readonly id: string;
  readonly time_ms: number;
  readonly by_account: string;
  readonly by_name: string;
  readonly households: number;
  readonly people: number;
}

export const handOvers = defineQuery<unknown, View["params"], View["result"]>(handOversView, {
  title: { en: "What the reader handed over or took over", zh: "与我有关的交接" },
  allow: officeReaders,
  async answer({ sql: database, reader, readAt }) {
    const account = reader.account ?? "";
    const { rows } = await sql<FoundAct>`select one.*, ${personName("one.by_account")} as by_name
      from (select id, min(time_ms) as time_ms, min(by_account) as by_account, count(*)::int as households,
          count(distinct to_account)::int as people, max(seq) as last
        from registry.handover where by_account = ${account} or to_account = ${account} or from_account = ${account}
        group by id order by last desc limit ${handOversMax}) one order by one.last desc`.execute(database);
    return {
      rows: rows.map(({ id, time_ms, by_account, by_name, households, people }) => ({
        transaction: id,
        timeMs: time_ms,
        by: { account: by_account, name: by_name },
        households,
        people,
      })),
      readAt: await readAt(),
    };
  },
});
