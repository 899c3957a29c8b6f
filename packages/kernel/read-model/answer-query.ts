import { type Kysely, sql } from "kysely";
import type { Query, QueryReader } from "./define-query.ts";
import type { QueryConnections } from "./open-queries.ts";

/** Answers from one snapshot: the rows and the block up to which they were read agree. */
export function answerQuery(
  connections: QueryConnections,
  query: Query,
  { params, reader }: { params: unknown; reader: QueryReader },
): Promise<unknown> {
  const { zone } = connections;
  return connections.inSnapshot((sql) => query.run({ sql, reader, zone, readAt: () => readPosition(sql) }, params));
}

/** Up to which block the tables have read, by the same snapshot. */
export async function readPosition(database: Kysely<unknown>): Promise<{ height: number; timeMs: number }> {
  const { rows } = await sql<{ height: number; time_ms: number }>`select height, time_ms from mingbai.position`.execute(
    database,
  );
  const [row] = rows;
  return { height: row?.height ?? 0, timeMs: row?.time_ms ?? 0 };
}
