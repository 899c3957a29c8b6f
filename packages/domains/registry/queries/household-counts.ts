import { type Kysely, type RawBuilder, sql } from "kysely";
import { areasIn, type ListParams, matchesFilter } from "./list-filter.ts";
import { inScope, isKept, type Scope } from "./reader-scope.ts";

export interface Counts {
  readonly households: number;
  readonly people: number;
}

/** What the whole filter holds: added up from tallies where they know all that it asks for, else counted. */
export async function countHouseholds(
  database: Kysely<unknown>,
  { scope, params, account }: { scope: Scope; params: ListParams; account: string | undefined },
): Promise<Counts> {
  const { text = "", mine, import: from } = params;
  const isTallied = text === "" && mine === undefined && from === undefined && scope.kind !== "responsible";
  const counted = isTallied
    ? sql`select coalesce(sum(count), 0)::int as households, coalesce(sum(people), 0)::int as people
        from registry.tally where ${isKept(scope)} and ${matchesTally(params)}`
    : sql`select count(*)::int as households, coalesce(sum(people), 0)::int as people
        from registry.household where ${inScope(scope)} and ${matchesFilter(params, account)}`;
  const [sums] = (await sql<Counts>`${counted}`.execute(database)).rows;
  return sums ?? { households: 0, people: 0 };
}

function matchesTally(params: ListParams): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`is_ended = ${params.ended !== undefined}`];
  if (params.area !== undefined) conditions.push(sql<boolean>`area = any(${areasIn(params.area)})`);
  if (params.monitored !== undefined) conditions.push(sql<boolean>`monitored = ${params.monitored}`);
  if (params.cause !== undefined) conditions.push(sql<boolean>`cause = ${params.cause}`);
  if (params.open !== undefined) conditions.push(sql<boolean>`is_open`);
  return sql.join(conditions, sql` and `);
}
