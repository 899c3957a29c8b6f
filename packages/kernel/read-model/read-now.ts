import { sql } from "kysely";
import type { QueryContext } from "./define-query.ts";

/**
 * The moment at which terms are judged: the tables' clock, which the next block's time will follow, or the last block's
 * time where that is later.
 */
export async function readNow<Tables>({ sql: database, readAt }: QueryContext<Tables>) {
  const clock = sql<{ now: number }>`select (extract(epoch from now()) * 1000)::bigint as now`;
  const [{ rows }, read] = await Promise.all([clock.execute(database), readAt()]);
  return { readAt: read, nowMs: Math.max(read.timeMs, rows[0]?.now ?? 0) };
}
