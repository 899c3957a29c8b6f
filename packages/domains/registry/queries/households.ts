import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, sql } from "kysely";
import { householdsView } from "../views/households.ts";
import { countHouseholds } from "./household-counts.ts";
import { type FoundLine, lineColumns, lineOf, storedColumns } from "./household-line.ts";
import { type ListParams, matchesFilter } from "./list-filter.ts";
import { findScope, officeReaders, type Scope, scopeParts } from "./reader-scope.ts";

type View = typeof householdsView;

/** PERF: 100,000 households, 32 readers: the page is a range of an index, and counts add up tallies. Bench: registry.list. */
export const households = defineQuery<unknown, View["params"], View["result"]>(householdsView, {
  title: { en: "Household files by number", zh: "户册" },
  allow: officeReaders,
  async answer(context, params) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const asked = { scope, params, account: context.reader.account };
    const [found, counts] = await Promise.all([findPage(database, asked), countHouseholds(database, asked)]);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.household}.${last.number}` : null;
    return { rows: page.map(lineOf), next, ...counts, readAt };
  },
});

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(
  database: Kysely<unknown>,
  { scope, params, account }: { scope: Scope; params: ListParams; account: string | undefined },
): Promise<FoundLine[]> {
  const [, household, number] = /^([0-9a-f]{16})\.(.*)$/s.exec(params.cursor ?? "") ?? [];
  const after =
    household === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(number, household) > (${number} collate "C", ${household})`;
  const pages = scopeParts(scope).map(
    (part) => sql`(select ${storedColumns} from registry.household
      where ${part} and ${matchesFilter(params, account)} and ${after}
      order by number, household limit ${params.limit + 1})`,
  );
  const { rows } = await sql<FoundLine>`select ${lineColumns} from (
      select * from (${sql.join(pages, sql` union all `)}) found
      order by number, household limit ${params.limit + 1}) one
    order by one.number, one.household`.execute(database);
  return rows;
}
