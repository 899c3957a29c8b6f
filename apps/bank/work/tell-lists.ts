import type { Answer } from "@mingbai/sdk/answer";
import { failedLinesPerCommandMax } from "@mingbai/treasury/schema";
import type { Books } from "../books/books.ts";
import { findListEntry } from "../books/entries.ts";
import { listFailedLines, listUntoldLists, markFailedTold, markListTold, type PaidList } from "../books/lists.ts";
import type { Ledger } from "../ledger/ledger-link.ts";
import type { BankClock } from "./bank-clock.ts";

const listsAtOnceMax = 20;
/** What the ledger says to a result that it has already. */
const known = ["BANK_LINE_BOOKED", "BATCH_SETTLED", "LINE_SETTLED"];

/** Tells the results of lists: first the failed lines that one command cannot carry, then the rest with all that was paid. */
export async function tellLists(
  books: Books,
  link: Ledger,
  at: { account: string; clock: BankClock },
): Promise<number> {
  const lists = listUntoldLists(books, listsAtOnceMax);
  for (const list of lists) await tellList(books, link, { ...at, list });
  return lists.length;
}

async function tellList(
  books: Books,
  link: Ledger,
  { account, clock, list: { batch } }: { account: string; clock: BankClock; list: PaidList },
): Promise<void> {
  const entry = findListEntry(books, batch);
  const day = entry?.day ?? clock.today();
  const settle = (paid: "rest" | number[], failed: { line: number; reason: string }[], reference: string) =>
    link.act(({ treasury }) =>
      treasury.settleBatch({ batch, bankAccount: account, reference, valueDay: day, paid, failed }),
    );
  // A part in which nothing was paid books no line, so its reference is never used up.
  const reference = entry?.reference ?? `NONE-${batch.slice(0, 24)}`;
  for (;;) {
    const failed = listFailedLines(books, batch, failedLinesPerCommandMax);
    if (failed.length < failedLinesPerCommandMax) {
      requireTold(batch, await settle("rest", failed, reference));
      markListTold(books, batch);
      return;
    }
    requireTold(batch, await settle([], failed, reference));
    markFailedTold(books, batch, failed);
  }
}

function requireTold(batch: string, answer: Answer): void {
  const isTold = answer.status === "final" && (answer.refused === undefined || known.includes(answer.refused));
  if (!isTold) throw new Error(`the ledger refuses the result of ${batch}: ${answer.refused}`);
}
