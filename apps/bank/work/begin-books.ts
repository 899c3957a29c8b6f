import { setTimeout } from "node:timers/promises";
import { chainView } from "@mingbai/http/ledger-views";
import { ProblemError } from "@mingbai/sdk/problem-error";
import { actsPageRowsMax, type BankLineRow, bankLinesView, fundBalancesView } from "@mingbai/treasury/views/acts";
import type { Books } from "../books/books.ts";
import { addToldEntry, type EntryKind, entryKinds, setOpeningBalance } from "../books/entries.ts";
import type { LedgerLink } from "../ledger/ledger-link.ts";

/** Two minutes: a ledger of millions of lines takes about one. */
const openingTriesMax = 600;
const openingPollMs = 200;
/** Lines that new books take over from the ledger; what is older stands in the opening balance. */
export const openingLinesMax = 20_000;

/**
 * New books begin with what the ledger has booked of the account so far: a demo's past was entered without a bank. Its
 * lines are taken over, so that earlier days have statements too. Waits until the node's tables have read all of it.
 */
export async function beginBooks(books: Books, link: LedgerLink, account: string): Promise<void> {
  const booked = await bookedOn(link);
  // Nothing was ever booked: there is nobody to ask as yet.
  const lines = booked === 0 ? [] : await listBooked(link, account);
  const sum = lines.reduce((so, { amountMinor }) => so + amountMinor, 0);
  books.transaction(() => {
    for (const line of lines.toReversed()) addToldEntry(books, { account, ...toldOf(line) });
    setOpeningBalance(books, booked - sum);
  });
}

function toldOf({ reference, valueDay: day, kind, amountMinor, endToEndId, booked }: BankLineRow) {
  const side = amountMinor < 0 ? ("debit" as const) : ("credit" as const);
  const known: EntryKind | undefined = entryKinds.find((one) => one === kind);
  const madeMs = booked.timeMs;
  return { reference, day, kind: known ?? "unknownCredit", side, amount: Math.abs(amountMinor), endToEndId, madeMs };
}

/** The account's lines on the ledger, the latest first. */
async function listBooked(link: LedgerLink, account: string): Promise<readonly BankLineRow[]> {
  const found: BankLineRow[] = [];
  for (let cursor: string | undefined; found.length < openingLinesMax; ) {
    const asked = { limit: actsPageRowsMax, ...(cursor !== undefined && { cursor }) };
    const { rows, next } = await link.asBank((client) => client.ask(bankLinesView, asked));
    found.push(...rows.filter(({ bankAccount }) => bankAccount === account));
    if (next === null) break;
    cursor = next;
  }
  return found;
}

async function bookedOn(link: LedgerLink): Promise<number> {
  const { height } = await link.client.ask(chainView, {});
  for (let tries = 0; tries < openingTriesMax; tries++) {
    const found = await findBooked(link);
    if (found !== undefined && found.height >= height) return found.booked;
    await setTimeout(openingPollMs);
  }
  throw new Error("the node's tables are not up to date; the bank's books begin when they are");
}

/** What the tables say, or undefined while there are none. */
async function findBooked(link: LedgerLink): Promise<{ booked: number; height: number } | undefined> {
  try {
    const { funds, suspenseMinor, readAt } = await link.client.ask(fundBalancesView, {});
    return { booked: funds.reduce((sum, { bookedMinor }) => sum + bookedMinor, suspenseMinor), height: readAt.height };
  } catch (error) {
    if (error instanceof ProblemError && error.status >= 500) return undefined;
    throw error;
  }
}
