import type { Zone } from "@mingbai/ledger/calendar/local-days";
import { Kysely } from "kysely";
import pg from "pg";
import { plannedDialect } from "./planned-driver.ts";

/** Connections to the tables, for questions. */
export interface QueryConnections {
  /** Where the days of the ledger begin whose tables these are. */
  readonly zone: Zone;
  /** For statements that stand alone. */
  readonly sql: Kysely<unknown>;
  /** Statements of one snapshot. Those that do not wait for each other are sent together. */
  inSnapshot<Answer>(ask: (sql: Kysely<unknown>) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

/** After so many questions a connection gives way to a new one, since it keeps a plan of each statement it ever ran. */
const connectionUsesMax = 1_000;
const begin = "start transaction isolation level repeatable read read only";

/**
 * Connections for questions. PostgreSQL's bigint comes as a number: every one that we store is a safe integer or text.
 * PERF: 32 readers on the server's own machine: a page that waits for the server once and not for each of its five
 * statements gives its connection to the next one sooner.
 */
export function openQueries({
  connectionString,
  zone,
  connectionsMax = 8,
}: {
  connectionString: string;
  zone: Zone;
  connectionsMax?: number;
}): QueryConnections {
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    maxUses: connectionUsesMax,
    types: readableTypes(),
    pipeline: true,
    application_name: "mingbai queries",
  });
  // A server that went away ends connections, idle or not. The pool drops them and connects anew for the next question,
  // which says itself if it cannot be answered, as does one that waits for its answer.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const bound = new WeakMap<pg.PoolClient, Kysely<unknown>>();
  return {
    zone,
    sql: new Kysely({
      dialect: plannedDialect({ take: () => pool.connect(), giveBack: (client) => client.release() }),
    }),
    async inSnapshot(ask) {
      const client = await pool.connect();
      const sql = bound.get(client) ?? bindTo(client);
      bound.set(client, sql);
      const begun = client.query(begin);
      try {
        const [answer] = await Promise.all([ask(sql), begun]);
        return answer;
      } finally {
        // Whoever asked need not wait for the end: nothing was written that could fail to be kept.
        void giveBack(client);
      }
    },
    close: () => pool.end(),
  };
}

/** Ends the snapshot. A connection on which that fails is of no more use to anybody. */
async function giveBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("commit");
    client.release();
  } catch {
    client.release(true);
  }
}

function bindTo(client: pg.PoolClient): Kysely<unknown> {
  return new Kysely({ dialect: plannedDialect({ take: async () => client, giveBack: () => undefined }) });
}

function readableTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return types;
}
