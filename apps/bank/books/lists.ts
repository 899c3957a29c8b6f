import { z } from "zod";
import type { Books } from "./books.ts";

/** A direct-credit list as these books have it: what was paid of it and what failed, in minor units. */
export const PaidList = z
  .object({ batch: z.string(), fund: z.int(), paid: z.int(), failed: z.int(), is_told: z.int() })
  .transform(({ is_told: told, ...rest }) => ({ ...rest, isTold: told === 1 }));
export type PaidList = z.infer<typeof PaidList>;

export interface ListLine {
  readonly line: number;
  readonly amount: number;
  readonly creditor: { readonly name: string; readonly account: string };
  /** Why it was not paid. */
  readonly reason: string | undefined;
}

const FailedLine = z.object({ line: z.int(), reason: z.string() });

export function findList(books: Books, batch: string): PaidList | undefined {
  return books.find(PaidList, "select * from list where batch = ?", batch);
}

/** Keeps a list with the fate of each line. Call inside a transaction. */
export function addList(
  books: Books,
  list: { batch: string; fund: number; lines: readonly ListLine[]; nowMs: number },
): void {
  const sum = (isPaid: boolean) =>
    list.lines.reduce((so, { amount, reason }) => so + ((reason === undefined) === isPaid ? amount : 0), 0);
  const insert = "insert into list (batch, fund, paid, failed, received_ms) values (?, ?, ?, ?, ?)";
  books.run(insert, list.batch, list.fund, sum(true), sum(false), list.nowMs);
  for (const { line, amount, creditor, reason } of list.lines) {
    books.run(
      `insert into list_line (batch, line, amount, creditor_name, creditor_account, reason, is_told) values (?, ?, ?, ?, ?, ?, ?)`,
      list.batch,
      line,
      amount,
      creditor.name,
      creditor.account,
      reason ?? null,
      reason === undefined ? 1 : 0,
    );
  }
}

export function listUntoldLists(books: Books, limit: number): PaidList[] {
  return books.all(PaidList, "select * from list where is_told = 0 order by received_ms limit ?", limit);
}

/** Lines that failed and of which the ledger has not heard. */
export function listFailedLines(books: Books, batch: string, limit: number): { line: number; reason: string }[] {
  const sql = "select line, reason from list_line where batch = ? and is_told = 0 order by line limit ?";
  return books.all(FailedLine, sql, batch, limit);
}

export function markFailedTold(books: Books, batch: string, lines: readonly { readonly line: number }[]): void {
  books.transaction(() => {
    for (const { line } of lines)
      books.run("update list_line set is_told = 1 where batch = ? and line = ?", batch, line);
  });
}

/** The ledger has the whole result, and the line that paid it. */
export function markListTold(books: Books, batch: string): void {
  books.transaction(() => {
    books.run("update list_line set is_told = 1 where batch = ?", batch);
    books.run("update list set is_told = 1 where batch = ?", batch);
    books.run("update entry set is_booked = 1 where batch = ?", batch);
  });
}
