import { createHash } from "node:crypto";
import { writeCamt053 } from "@mingbai/iso20022/camt053";
import type { Money } from "@mingbai/iso20022/fields/amount";
import type { DayClose, DayItem } from "@mingbai/treasury/day-close/schema";
import { type DayCloseRow, dayClosesView } from "@mingbai/treasury/views/bank-close";
import type { Books } from "../books/books.ts";
import { type Close, findClose, setClose } from "../books/closes.ts";
import { findEntry } from "../books/entries.ts";
import { readFaults } from "../books/faults.ts";
import { statementOf } from "../books/statement.ts";
import type { Ledger } from "../ledger/ledger-link.ts";
import type { BankClock } from "./bank-clock.ts";

/** Why this bank does not sign: its statement is another, or an item is not as its books have it. */
export type Objection = "statementDiffers" | "itemDiffers";

/**
 * Signs the days that the office has closed and that agree with these books. A day is decided here before the ledger is
 * told, so that no line is entered for it in between. Returns how many were told.
 */
export async function countersignDays(
  { books, link, account, clock }: { books: Books; link: Ledger; account: string; clock: BankClock },
  money: Money,
): Promise<number> {
  if (readFaults(books).down > 0) return 0;
  const { closes } = await link.asBank((client) => client.ask(dayClosesView, { account }));
  let told = 0;
  for (const row of closes) {
    const close = decide(books, row, { account, money, nowMs: clock.nowMs() });
    if (close.state !== "signing") continue;
    const { refused, status } = await link.act(({ treasury }) => treasury.countersignBankDay(row.claim));
    if (status !== "final") return told;
    const isSigned = refused === undefined || refused === "DAY_CLOSED";
    setClose(books, { ...close, state: isSigned ? "signed" : "refused", why: isSigned ? undefined : refused });
    told++;
  }
  return told;
}

/** What was decided of a close, now or before. What the ledger has already was signed before a crash. */
function decide(
  books: Books,
  { claim, state, closed }: DayCloseRow,
  { account, money, nowMs }: { account: string; money: Money; nowMs: number },
): Close {
  const id = closed.transaction;
  return books.transaction(() => {
    const known = findClose(books, id);
    const isDone = state === "closed";
    if (known !== undefined && (known.state !== "signing" || !isDone)) return known;
    const why = isDone ? undefined : findObjection(books, claim, { account, money });
    const to = isDone ? "signed" : why === undefined ? "signing" : "refused";
    const { closingBalance } = claim.statement;
    const close: Close = { id, day: claim.day, closingBalance, state: to, why, decidedMs: nowMs };
    setClose(books, close);
    return close;
  });
}

/** The claim against these books: the very file, its balance, and each item that the bank can know of. */
export function findObjection(
  books: Books,
  { bankAccount, day, statement, items }: DayClose,
  { account, money }: { account: string; money: Money },
): Objection | undefined {
  const own = statementOf(books, { account, day });
  const file = createHash("sha256").update(writeCamt053(own, money)).digest("hex");
  const isOurs = bankAccount === account && statement.currency === money.currency;
  if (!isOurs || statement.file !== file || statement.closingBalance !== own.closingBalance) return "statementDiffers";
  return items.every((item) => isBorneOut(books, item, day)) ? undefined : "itemDiffers";
}

function isBorneOut(books: Books, { kind, reference, effect }: DayItem, day: string): boolean {
  const entry = findEntry(books, reference);
  const isHere = entry !== undefined && entry.day <= day;
  if (kind === "missingAtBank") return !isHere;
  if (kind === "missingOnLedger") return isHere && effect === (entry.side === "credit" ? entry.amount : -entry.amount);
  return true;
}
