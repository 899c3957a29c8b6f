import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { z } from "zod";

/**
 * The bank's books: orders that it got, entries of its accounts, faults that were asked for. One SQLite file; a
 * transaction that has returned is synced, so that a kill loses nothing that was answered.
 */
export class Books {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens the books of a folder, or begins new ones. Throws where another process has them open. */
  static open(folder: string): Books {
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, "bank.sqlite"));
    database.exec("pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full");
    database.exec(tables);
    const books = new Books(database);
    // Books that are begun again must not use references that the ledger has from those before.
    books.run(
      "insert or ignore into setting (name, value) values ('prefix', ?)",
      randomBytes(prefixBytes).toString("hex").toUpperCase(),
    );
    return books;
  }

  all<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map((found) => row.parse(found));
  }

  find<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row | undefined {
    const found = this.#database.prepare(sql).get(...values);
    return found === undefined ? undefined : row.parse(found);
  }

  /** Runs one statement and says how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#database.prepare(sql).run(...values).changes);
  }

  /** All of `act` or nothing of it; synced when it returns. */
  transaction<Result>(act: () => Result): Result {
    this.#database.exec("begin immediate");
    try {
      const result = act();
      this.#database.exec("commit");
      return result;
    } catch (error) {
      this.#database.exec("rollback");
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

const prefixBytes = 3;

const tables = `
create table if not exists setting (name text primary key, value text not null) strict;
create table if not exists message (id text primary key, digest text not null, orders text not null, received_ms integer not null) strict;
create table if not exists payment (
  end_to_end_id text primary key, amount integer not null check (amount > 0), creditor_name text not null, creditor_account text not null,
  remittance text not null, state text not null, reason text, due_ms integer not null, received_ms integer not null,
  is_told integer not null default 1
) strict;
create table if not exists entry (
  seq integer primary key autoincrement, reference text not null unique, account text not null, day text not null, side text not null,
  amount integer not null check (amount > 0), kind text not null, end_to_end_id text, batch text, fund integer, remittance text, reason text,
  made_ms integer not null, is_booked integer not null default 0
) strict;
create index if not exists entry_waiting on entry (seq) where is_booked = 0;
create index if not exists entry_day on entry (account, day);
create table if not exists list (batch text primary key, fund integer not null, paid integer not null, failed integer not null, received_ms integer not null,
  is_told integer not null default 0) strict;
create table if not exists list_line (
  batch text not null references list, line integer not null, amount integer not null check (amount > 0), creditor_name text not null,
  creditor_account text not null, reason text, is_told integer not null default 0, primary key (batch, line)
) strict;
create table if not exists day_close (close_id text primary key, day text not null, closing_balance integer not null, state text not null, why text,
  decided_ms integer not null) strict;
create table if not exists fault (kind text primary key, count integer not null) strict;
`;
