import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openQueries } from "./open-queries.ts";
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

const open = (connectionsMax: number) =>
  openQueries({ connectionString: server.connectionString, zone: { zoneOffsetMinutes: 480 }, connectionsMax });

describe("connections for questions", () => {
  it("plan a statement once for all values, one that looks for a pattern anew", async () => {
    const connections = open(1);
    for (const one of [1, 2, 3]) await sql`select ${one}::int as one`.execute(connections.sql);
    for (const like of ["a%", "%b"]) await sql`select ${like}::text like 'x%' as found`.execute(connections.sql);
    const { rows } = await sql`select statement from pg_prepared_statements where statement like '%'`.execute(
      connections.sql,
    );
    expect(rows).toEqual([{ statement: "select $1::int as one" }]);
    await connections.close();
  });

  it("give the answer to each its own values", async () => {
    const connections = open(2);
    const ask = async (one: number) =>
      (await sql<{ one: number }>`select ${one}::int as one`.execute(connections.sql)).rows;
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers.map((one) => [{ one }]));
    await connections.close();
  });

  it("read bigint as a number, and dates as they stand", async () => {
    const connections = open(1);
    const { rows } = await sql`select 9007199254740991::bigint as most, date '2026-03-01' as day`.execute(
      connections.sql,
    );
    expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, day: "2026-03-01" }]);
    await connections.close();
  });

  it("see one state of the tables in a snapshot, and write nothing there", async () => {
    const connections = open(2);
    await sql`create table counted (number int)`.execute(connections.sql);
    const count = async (database: Kysely<unknown>) =>
      (await sql<{ count: number }>`select count(*) as count from counted`.execute(database)).rows[0]?.count;
    const counts = await connections.inSnapshot(async (snapshot) => {
      const before = await count(snapshot);
      await sql`insert into counted values (1)`.execute(connections.sql);
      return [before, ...(await Promise.all([count(snapshot), count(connections.sql)]))];
    });
    expect(counts).toEqual([0, 0, 1]);
    const write = connections.inSnapshot((snapshot) => sql`insert into counted values (2)`.execute(snapshot));
    await expect(write).rejects.toMatchObject({ code: "25006" });
    await connections.close();
  });

  it("fail a question as its first failed statement did, and answer the next one", async () => {
    const connections = open(1);
    const failed = connections.inSnapshot((snapshot) =>
      Promise.all([
        sql`select 1 / ${0}::int`.execute(snapshot),
        sql`select 1`.execute(snapshot),
        sql`select * from nowhere`.execute(snapshot),
      ]),
    );
    await expect(failed).rejects.toMatchObject({ code: "22012" });
    const { rows } = await connections.inSnapshot((snapshot) => sql`select 1 as one`.execute(snapshot));
    expect(rows).toEqual([{ one: 1 }]);
    await connections.close();
  });

  it("fail the question whose connection the server ends, and answer the next one", async () => {
    const connections = open(1);
    const failed = connections.inSnapshot((snapshot) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(snapshot),
    );
    await expect(failed).rejects.toMatchObject({ code: "57P01" });
    const { rows } = await connections.inSnapshot((snapshot) => sql`select 1 as one`.execute(snapshot));
    expect(rows).toEqual([{ one: 1 }]);
    await connections.close();
  });
});
