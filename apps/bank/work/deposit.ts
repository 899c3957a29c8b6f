import type { Books } from "../books/books.ts";
import { addEntry, debitKinds, type EntryKind, readBalance } from "../books/entries.ts";
import type { BankClock } from "./bank-clock.ts";

/** Something that happens to the account from outside: a deposit, interest, a fee, money of which nobody knows. */
export interface Outside {
  readonly kind: Exclude<EntryKind, "payout" | "batchPayout" | "returnedPayout">;
  readonly amount: number;
  readonly fund: { readonly number: number; readonly code: string } | undefined;
  readonly remittance: string;
}

/** Writes the line. False where a debit is more than there is. A deposit's fund stands in its remittance, as `/FUND/code`. */
export function addOutside(
  books: Books,
  { kind, amount, fund, remittance }: Outside,
  { account, clock }: { account: string; clock: BankClock },
): boolean {
  return books.transaction(() => {
    if (debitKinds.includes(kind) && readBalance(books, account) < amount) return false;
    const named = kind === "deposit" && fund !== undefined ? fund : undefined;
    const text = named === undefined ? remittance : `/FUND/${named.code}/ ${remittance}`.trim();
    const line = { account, day: clock.today(), kind, amount, madeMs: clock.nowMs() };
    addEntry(books, { ...line, remittance: text, fund: named?.number });
    return true;
  });
}
