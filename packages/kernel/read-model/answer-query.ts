import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import pg from "pg";
import type { Query, QueryReader } from "./define-query.ts";
import { PlannedDriver } from "./planned-driver.ts";

/** After so many questions a connection gives way to a new one, since it keeps a plan of each statement it ever ran. */
const connectionUsesMax = 1_000;

/** Connections for questions. PostgreSQL's bigint comes as a number: every one that we store is a safe integer or text. */
export function openQueries(connectionString: string, connectionsMax = 8): Kysely<unknown> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    maxUses: connectionUsesMax,
    types,
    application_name: "mingbai queries",
  });
  // A server that went away ends idle connections too. The pool drops them and connects anew for the next question, which
  // says itself if it cannot be answered.
  pool.on("error", () => undefined);
  return new Kysely<unknown>({
    dialect: {
      createDriver: () => new PlannedDriver(pool),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (database) => new PostgresIntrospector(database),
    },
  });
}

/** Answers from one snapshot: the rows and the block up to which they were read agree. */
export function answerQuery(
  database: Kysely<unknown>,
  query: Query,
  { params, reader }: { params: unknown; reader: QueryReader },
): Promise<unknown> {
  return database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((transaction) => query.run({ sql: transaction, reader, readAt: () => readPosition(transaction) }, params));
}

/** Up to which block the tables have read, by the same snapshot. */
export async function readPosition(database: Kysely<unknown>): Promise<{ height: number; timeMs: number }> {
  const { rows } = await sql<{ height: number; time_ms: number }>`select height, time_ms from mingbai.position`.execute(
    database,
  );
  const [row] = rows;
  return { height: row?.height ?? 0, timeMs: row?.time_ms ?? 0 };
}
