import { z } from "zod";
import type { Books } from "./books.ts";

/** signing: decided, and the ledger is to be told. signed: the ledger has it. refused: `why` it is not signed. */
export const closeStates = ["signing", "signed", "refused"] as const;
export type CloseState = (typeof closeStates)[number];

/** A close of a day as the office signed it, by its transaction, and what this bank made of it. */
export interface Close {
  readonly id: string;
  readonly day: string;
  readonly closingBalance: number;
  readonly state: CloseState;
  readonly why: string | undefined;
  readonly decidedMs: number;
}

const Row = z
  .object({
    close_id: z.string(),
    day: z.string(),
    closing_balance: z.int(),
    state: z.enum(closeStates),
    why: z.string().nullable(),
    decided_ms: z.int(),
  })
  .transform(
    ({ close_id: id, day, closing_balance: closingBalance, state, why, decided_ms: decidedMs }): Close => ({
      id,
      day,
      closingBalance,
      state,
      why: why ?? undefined,
      decidedMs,
    }),
  );
const Day = z.object({ day: z.string().nullable() });

export function findClose(books: Books, id: string): Close | undefined {
  return books.find(Row, "select * from day_close where close_id = ?", id);
}

export function setClose(books: Books, { id, day, closingBalance, state, why, decidedMs }: Close): void {
  const sql = `insert into day_close (close_id, day, closing_balance, state, why, decided_ms) values (?, ?, ?, ?, ?, ?)
    on conflict (close_id) do update set state = excluded.state, why = excluded.why, decided_ms = excluded.decided_ms`;
  books.run(sql, id, day, closingBalance, state, why ?? null, decidedMs);
}

export function listLatestCloses(books: Books, limit: number): Close[] {
  return books.all(Row, "select * from day_close order by decided_ms desc, day desc limit ?", limit);
}

/** The last day that this bank has signed, or is about to: nothing is entered for it any more. */
export function findClosedDay(books: Books): string | undefined {
  return books.find(Day, "select max(day) as day from day_close where state <> 'refused'")?.day ?? undefined;
}
