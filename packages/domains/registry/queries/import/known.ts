import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { type KnownPerson, knownView } from "../../views/import.ts";
import { findScope, inScope } from "../reader-scope.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof knownView;

/** PERF: 5,000 numbers are as many steps in an index; an import of 100,000 households asks 90 times. Bench: registry.import. */
export const known = defineQuery<unknown, View["params"], View["result"]>(knownView, {
  title: { en: "Who is known, by identity numbers", zh: "哪些人已在册" },
  allow: writerReaders,
  async answer(context, { identityNumbers }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const { rows } = await sql<KnownPerson>`select person.identity as "identityNumber", home.household, person.person,
        home.version as "householdVersion", person.version, keeper, area, coalesce(${inScope(scope)}, false) as "isOwn"
      from registry.person person join registry.household home on home.household = person.household
      where person.identity = any(${identityNumbers.map((number) => number.toUpperCase())}) and person.identity <> ''
        and person.ended is null and home.ended is null
      order by person.person`.execute(context.sql);
    return { rows, readAt };
  },
});
