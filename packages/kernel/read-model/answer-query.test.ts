import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openQueries } from "./answer-query.ts";
import { type Postgres, startPostgres } from "./postgres/start-postgres.ts";

let folder = "";
let server: Postgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-queries-"));
  server = await startPostgres({ folder, log: () => undefined });
}, 60_000);

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("connections for questions", () => {
  it("plan a statement once for all values, one that looks for a pattern anew", async () => {
    const database = openQueries(server.connectionString, 1);
    for (const one of [1, 2, 3]) await sql`select ${one}::int as one`.execute(database);
    for (const like of ["a%", "%b"]) await sql`select ${like}::text like 'x%' as found`.execute(database);
    const { rows } = await sql`select statement from pg_prepared_statements where statement like '%'`.execute(database);
    expect(rows).toEqual([{ statement: "select $1::int as one" }]);
    await database.destroy();
  });

  it("give the answer to each its own values", async () => {
    const database = openQueries(server.connectionString, 2);
    const ask = async (one: number) => (await sql<{ one: number }>`select ${one}::int as one`.execute(database)).rows;
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers.map((one) => [{ one }]));
    await database.destroy();
  });

  it("read bigint as a number, and dates as they stand", async () => {
    const database = openQueries(server.connectionString, 1);
    const { rows } = await sql`select 9007199254740991::bigint as most, date '2026-03-01' as day`.execute(database);
    expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, day: "2026-03-01" }]);
    await database.destroy();
  });
});
