import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { type KnownPerson, knownView } from "../../views/import.ts";
import { findScope, inScope } from "../reader-scope.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof knownView;

/**
 * PERF: 1,750 numbers are as many steps in an index, also while nothing is known of a table that an import fills; 100,000 households
 * ask 200 times. Bench: registry.import.
 */
export const known = defineQuery<unknown, View["params"], View["result"]>(knownView, {
  title: { en: "Who is known, by identity numbers", zh: "哪些人已在册" },
  allow: writerReaders,
  async answer(context, { identityNumbers }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const { rows } = await sql<KnownPerson>`select person.identity as "identityNumber", home.household, person.person,
        home.version as "householdVersion", person.version, keeper, area, coalesce(${inScope(scope)}, false) as "isOwn"
      from (select distinct number from unnest(${identityNumbers.map((number) => number.toUpperCase())}::text[]) as number) asked
        cross join lateral (select * from registry.person one
          where one.identity = asked.number and one.identity <> '' and one.ended is null offset 0) person
        join registry.household home on home.household = person.household
      where home.ended is null order by person.person`.execute(context.sql);
    return { rows, readAt };
  },
});
