import { createHash } from "node:crypto";
import type pg from "pg";
import type { Projection } from "./projection.ts";

/**
 * Makes the schemas and tables of the projections. Tables are derived: where they were made for another ledger or by
 * other statements they are dropped and read again from the first block.
 */
export async function migrate(
  client: pg.Client,
  { chain, projections }: { chain: string; projections: readonly Projection[] },
): Promise<void> {
  const shape = createHash("sha256")
    .update(JSON.stringify([chain, awaitedTable, ...projections.map(shapeOf)]))
    .digest("hex");
  await client.query("create schema if not exists mingbai");
  await client.query(positionTable);
  await client.query(awaitedTable);
  await client.query(forgottenTable);
  const { rows } = await client.query("select shape from mingbai.position");
  if (rows[0]?.shape === shape) return;
  await client.query("begin");
  for (const { name, migrations } of projections) {
    await client.query(`drop schema if exists ${name} cascade`);
    await client.query(`create schema ${name}`);
    for (const statement of migrations) await client.query(statement);
  }
  await client.query("delete from mingbai.position");
  await client.query("delete from mingbai.awaited");
  await client.query("delete from mingbai.forgotten");
  await client.query("insert into mingbai.position (shape, next, height, time_ms) values ($1, 0, 0, 0)", [shape]);
  await client.query("commit");
}

/** Forgets everything projected, so that the next start reads from the first block. */
export async function forgetProjections(client: pg.Client): Promise<void> {
  await client.query("drop schema if exists mingbai cascade");
}

const positionTable = `create table if not exists mingbai.position (
  shape text not null,
  next bigint not null,
  height bigint not null,
  time_ms bigint not null,
  only_row boolean primary key default true check (only_row)
)`;

/** Rows that lack what the vault has not got; `at` is the order in which they were noted. */
const awaitedTable = `create table if not exists mingbai.awaited (
  subject text not null,
  at bigserial not null,
  projection text not null,
  place text not null,
  primary key (subject, at)
)`;

/** Tables whose files may still hold rows that were deleted and are to be nowhere. */
const forgottenTable = "create table if not exists mingbai.forgotten (name text primary key)";

function shapeOf({ name, migrations }: Projection): [string, readonly string[]] {
  return [name, migrations];
}
