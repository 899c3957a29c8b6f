import { type Kysely, sql } from "kysely";
import type { LevelsTables } from "../projection/tables.ts";
import { proofsPageRowsMax, type shownKinds } from "../views.ts";

/** What another ledger asks to be shown. `below`: only leaves of a tree of this size. */
export interface Asked {
  readonly to: string;
  readonly what: (typeof shownKinds)[number];
  readonly from: number;
  readonly below: number;
}

/** Places in the log of what this ledger has for another one, in the order in which that one takes it. */
export async function findShown(database: Kysely<unknown>, { to, what, from, below }: Asked): Promise<number[]> {
  const tables = database as Kysely<LevelsTables>;
  if (what === "totals") {
    const { rows } = await sql<{ log_index: number }>`select log_index from levels.stated
      where ledger = ${to} and log_index < ${below}::bigint`.execute(tables);
    return rows.map(({ log_index }) => log_index);
  }
  const direction = what === "sent" ? "out" : "in";
  const { rows } = await sql<{ log_index: number }>`select log_index from levels.transfer
    where ledger = ${to} and direction = ${direction} and n >= ${from}::bigint and log_index < ${below}::bigint
    order by n limit ${proofsPageRowsMax}`.execute(tables);
  return rows.map(({ log_index }) => log_index);
}
