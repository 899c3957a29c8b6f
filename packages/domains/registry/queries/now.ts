import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";

/** The moment at which terms are judged: the tables' clock, or the last block's time where that is later. */
export async function readNow({ sql: database, readAt }: QueryContext<unknown>) {
  const clock = sql<{ now: number }>`select (extract(epoch from now()) * 1000)::bigint as now`;
  const [{ rows }, read] = await Promise.all([clock.execute(database), readAt()]);
  return { readAt: read, nowMs: Math.max(read.timeMs, rows[0]?.now ?? 0) };
}
