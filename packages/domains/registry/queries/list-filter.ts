import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { householdsView } from "../views/households.ts";
import { matchesText } from "./search-text.ts";

export type ListParams = z.output<(typeof householdsView)["params"]>;

/** Rows of `registry.household` that a list's filter lets through. */
export function matchesFilter(params: ListParams, account: string | undefined): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [
    params.ended === undefined ? sql<boolean>`ended is null` : sql<boolean>`ended is not null`,
  ];
  if (params.area !== undefined) conditions.push(sql<boolean>`area = any(${areasIn(params.area)})`);
  if (params.monitored !== undefined) conditions.push(sql<boolean>`monitored = ${params.monitored}`);
  if (params.cause !== undefined) conditions.push(sql<boolean>`cause = ${params.cause}`);
  if (params.import !== undefined) conditions.push(sql<boolean>`import = ${params.import}`);
  if (params.open !== undefined) conditions.push(sql<boolean>`open > 0`);
  if (params.mine !== undefined) conditions.push(sql<boolean>`responsible = ${account ?? ""}`);
  if (params.text !== undefined && params.text !== "") conditions.push(matchesText(params.text));
  return sql.join(conditions, sql` and `);
}

/** An area with all that lies in it. */
export function areasIn(area: string): RawBuilder<readonly string[]> {
  return sql`array(with recursive part as (
    select area from identity.area where area = ${area}
    union all select inner_area.area from identity.area inner_area join part on inner_area.parent = part.area)
    select area from part)`;
}
