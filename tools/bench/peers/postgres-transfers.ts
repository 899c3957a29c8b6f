import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import pg from "pg";

const accounts = 100_000;
const batchRows = 8_192;

/** Double-entry transfers a second in PostgreSQL: one statement and one durable commit for 8,192 of them, set-based, balances checked. */
export async function postgresTransfers(count: number): Promise<number> {
  const folder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-postgres-"));
  const server = await startPostgres({ folder, log: () => undefined });
  const client = new pg.Client({ connectionString: server.connectionString });
  try {
    await client.connect();
    await client.query("set synchronous_commit = on");
    await client.query(
      "create table account (id int primary key, balance bigint not null check (balance >= 0)) with (fillfactor = 70)",
    );
    await client.query(
      "create table line (id bigint generated always as identity, payer int, payee int, amount bigint, reference bytea)",
    );
    await client.query(
      "insert into account select id, case when id = 0 then 1000000000000000 else 0 end from generate_series(0, $1::int - 1) id",
      [accounts],
    );
    return await transfer(client, count);
  } finally {
    await client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const transferSql = `with given as (select unnest($1::int[]) payee, unnest($2::bigint[]) amount),
  kept as (insert into line (payer, payee, amount, reference) select 0, payee, amount, '\\x00112233445566778899aabbccddeeff'::bytea from given),
  credited as (update account set balance = balance + sum from (select payee, sum(amount) from given group by payee) total where id = payee)
  update account set balance = balance - (select sum(amount) from given) where id = 0`;

async function transfer(client: pg.Client, count: number): Promise<number> {
  let payee = 1;
  const startMs = performance.now();
  for (let done = 0; done < count; done += batchRows) {
    const rows = Math.min(batchRows, count - done);
    const payees = Array.from({ length: rows }, () => {
      payee = ((payee + 7_907) % (accounts - 1)) + 1;
      return payee;
    });
    await client.query({ name: "transfer", text: transferSql, values: [payees, new Array(rows).fill(1)] });
  }
  return count / ((performance.now() - startMs) / 1_000);
}
