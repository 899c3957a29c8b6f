import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";

/**
 * The moment at which terms are judged: the tables' clock, which the next block's time will follow, or the last block's
 * time where that is later.
 */
export async function readNow<Tables>({ sql: database, readAt }: QueryContext<Tables>) {
  const { rows } = await sql<{ now: number }>`select (extract(epoch from now()) * 1000)::bigint as now`.execute(
    database,
  );
  const read = await readAt();
  return { readAt: read, nowMs: Math.max(read.timeMs, rows[0]?.now ?? 0) };
}
