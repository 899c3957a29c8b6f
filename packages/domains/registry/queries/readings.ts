import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { Purpose } from "../schema.ts";
import { readingsView } from "../views/access.ts";
import { namesOf, organisationNames, personName } from "./names.ts";
import { getOpened } from "./opened-file.ts";
import { readers } from "./reader-scope.ts";

type View = typeof readingsView;

interface FoundReading {
  readonly seq: number;
  readonly time_ms: number;
  readonly by_account: string;
  readonly by_name: string;
  readonly organisation: string;
  readonly organisation_names: readonly string[] | null;
  readonly purpose: Purpose;
  readonly id: string;
}

export const readings = defineQuery<unknown, View["params"], View["result"]>(readingsView, {
  title: { en: "Who looked at a household's file", zh: "谁看过这户的档案" },
  allow: readers,
  async answer(context, { household, before, limit }) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    await getOpened(context, { household, nowMs });
    const isBefore = before === undefined ? sql<boolean>`true` : sql<boolean>`seq < ${before}::bigint`;
    const [found, counted] = await Promise.all([
      sql<FoundReading>`select seq, time_ms, by_account, ${personName("by_account")} as by_name, organisation,
          ${organisationNames("reading.organisation")} as organisation_names, purpose, id
        from registry.reading reading where household = ${household} and ${isBefore}
        order by seq desc limit ${limit + 1}`.execute(database),
      sql<{
        total: number;
      }>`select count(*)::int as total from registry.reading where household = ${household}`.execute(database),
    ]);
    const rows = found.rows.slice(0, limit).map(readingOf);
    return { rows, total: counted.rows[0]?.total ?? 0, more: found.rows.length > limit, readAt };
  },
});

function readingOf({ seq, time_ms, by_account, by_name, organisation, organisation_names, purpose, id }: FoundReading) {
  return {
    at: String(seq),
    timeMs: time_ms,
    by: { account: by_account, name: by_name },
    organisation: namesOf(organisation, organisation_names),
    purpose,
    transaction: id,
  };
}
