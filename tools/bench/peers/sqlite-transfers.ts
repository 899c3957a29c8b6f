import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const accounts = 100_000;
const batchRows = 8_192;

/** Double-entry transfers a second in SQLite: WAL, synchronous FULL, one transaction for 8,192 of them, balances checked. */
export async function sqliteTransfers(count: number): Promise<number> {
  const folder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-sqlite-"));
  const database = new DatabaseSync(join(folder, "peer.db"));
  try {
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -200000");
    database.exec("create table account (id integer primary key, balance integer not null check (balance >= 0))");
    database.exec(
      "create table line (id integer primary key, payer integer, payee integer, amount integer, reference blob)",
    );
    const open = database.prepare("insert into account values (?, ?)");
    database.exec("begin");
    for (let id = 0; id < accounts; id++) open.run(id, id === 0 ? 10 ** 15 : 0);
    database.exec("commit");
    return transfer(database, count);
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function transfer(database: DatabaseSync, count: number): number {
  const insert = database.prepare("insert into line (payer, payee, amount, reference) values (0, ?, 1, ?)");
  const credit = database.prepare("update account set balance = balance + 1 where id = ?");
  const debit = database.prepare("update account set balance = balance - ? where id = 0");
  const reference = new Uint8Array(16);
  let payee = 1;
  const startMs = performance.now();
  for (let done = 0; done < count; done += batchRows) {
    const rows = Math.min(batchRows, count - done);
    database.exec("begin immediate");
    for (let row = 0; row < rows; row++) {
      payee = ((payee + 7_907) % (accounts - 1)) + 1;
      insert.run(payee, reference);
      credit.run(payee);
    }
    debit.run(rows);
    database.exec("commit");
  }
  return count / ((performance.now() - startMs) / 1_000);
}
