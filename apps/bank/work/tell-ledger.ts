import type { Answer } from "@mingbai/sdk/answer";
import { type BankLine, bankLinesPerCommandMax } from "@mingbai/treasury/schema";
import { differencesView } from "@mingbai/treasury/views/bank-close";
import type { Books } from "../books/books.ts";
import { type Entry, listWaiting, markBooked, markUnknown } from "../books/entries.ts";
import { takeFault } from "../books/faults.ts";
import { listUntold, markTold } from "../books/payments.ts";
import type { Ledger } from "../ledger/ledger-link.ts";

const rejectionsAtOnceMax = 100;

/**
 * Books lines that the ledger does not have yet. A line is marked only when the ledger has answered; what was sent
 * before a crash is refused as booked, and that means done. Returns how many are done.
 */
export async function tellEntries(books: Books, link: Ledger, account: string): Promise<number> {
  const waiting = await listTellable(books, link);
  if (waiting.length === 0) return 0;
  const entries = takeFault(books, "reordered") ? waiting.toReversed() : waiting;
  const mistold = entries.some(isDeposit) && takeFault(books, "mistold") ? entries.find(isDeposit)?.seq : undefined;
  const told = (entry: Entry) => lineOf(entry.seq === mistold ? { ...entry, amount: entry.amount + 1 } : entry);
  const book = (some: readonly Entry[]) =>
    link.act(({ treasury }) => treasury.bookBankLines({ bankAccount: account, lines: some.map(told) }));
  const whole = await book(entries);
  if (takeFault(books, "twice")) await book(entries);
  if (isAccepted(whole)) return markAll(books, entries);
  if (whole.status === "not admitted") return 0;
  // One line was refused, and with it all: each is asked for alone.
  let done = 0;
  for (const entry of entries) done += isDone(books, entry, await book([entry])) ? 1 : 0;
  return done;
}

/** What the ledger does not have yet; deposits wait while a difference stops minting there. */
async function listTellable(books: Books, link: Ledger): Promise<readonly Entry[]> {
  const waiting = listWaiting(books, bankLinesPerCommandMax);
  if (!waiting.some(isDeposit)) return waiting;
  const { differences } = await link.asBank((client) => client.ask(differencesView, { state: "open" }));
  return differences.length === 0 ? waiting : waiting.filter((entry) => !isDeposit(entry));
}

function isDeposit({ kind, fund }: Entry): boolean {
  return kind === "deposit" && fund !== null;
}

/** Tells which orders are not paid. What the ledger has ended otherwise already needs no telling. */
export async function tellRejections(books: Books, link: Ledger): Promise<number> {
  let told = 0;
  for (const { endToEndId, reason } of listUntold(books, rejectionsAtOnceMax)) {
    const answer = await link.act(({ treasury }) =>
      treasury.cancelRedemption({ endToEndId, reason: reason ?? "NARR" }),
    );
    const isEnded = answer.refused === "ORDER_NOT_LOCKED" || answer.refused === "ORDER_UNKNOWN";
    if (!isAccepted(answer) && !isEnded) throw refusedError(`the rejection of ${endToEndId}`, answer);
    markTold(books, endToEndId);
    told++;
  }
  return told;
}

function isDone(books: Books, { seq, reference }: Entry, answer: Answer): boolean {
  if (isAccepted(answer) || answer.refused === "BANK_LINE_BOOKED") {
    markBooked(books, seq);
    return true;
  }
  // It stays in the books and is told when the difference is settled.
  if (answer.refused === "MINT_STOPPED") return false;
  // The line is a fact: where the ledger does not know its fund it goes into suspense there, with the next telling.
  if (answer.refused !== "FUND_UNKNOWN") throw refusedError(`line ${reference}`, answer);
  markUnknown(books, seq);
  return false;
}

/** Not something to be tried at once again: each refusal is a transaction of the log. */
function refusedError(what: string, answer: Answer): Error {
  return new Error(`the ledger refuses ${what}: ${answer.refused}`);
}

function markAll(books: Books, entries: readonly Entry[]): number {
  books.transaction(() => {
    for (const { seq } of entries) markBooked(books, seq);
  });
  return entries.length;
}

function isAccepted(answer: Answer): boolean {
  return answer.status === "final" && answer.refused === undefined;
}

function lineOf({ reference, day, amount, kind, endToEndId, fund }: Entry): BankLine {
  const line = { reference, valueDay: day, amount };
  if (kind === "deposit") return fund === null ? { kind: "unknownCredit", ...line } : { kind, ...line, fund };
  // Never told here; a list's line is booked with its settlement.
  if (kind === "batchPayout") return { kind: "unknownDebit", ...line };
  if (kind === "payout" || kind === "returnedPayout") {
    if (endToEndId !== null) return { kind, ...line, endToEndId };
    return { kind: kind === "payout" ? "unknownDebit" : "unknownCredit", ...line };
  }
  return { kind, ...line };
}
