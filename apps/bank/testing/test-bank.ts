import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { bankAccount, citizen2, must, payLinesOf, people, testScene } from "@mingbai/treasury/testing/test-scene";
import { Books } from "../books/books.ts";
import { setOpeningBalance } from "../books/entries.ts";
import type { BankClock } from "../work/bank-clock.ts";

export const account = bankAccount;
/** What the scene deposits: 1,000,000 of fund 1 and 500,000 of fund 2. */
export const opening = 1_500_000;
export const nowMs = Date.UTC(2027, 0, 15, 4);

/** Books in a folder of their own, opened again at will as after a kill. */
export class TestBooks {
  readonly #folder: string;
  books: Books;

  constructor(parent = tmpdir()) {
    this.#folder = mkdtempSync(join(parent, "mingbai-bank-"));
    this.books = Books.open(this.#folder);
    setOpeningBalance(this.books, opening);
  }

  reopen(): void {
    this.books.close();
    this.books = Books.open(this.#folder);
  }

  remove(): void {
    this.books.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** A clock that stands until it is moved. */
export function testClock(): BankClock & { move(ms: number): void } {
  let now = nowMs;
  return {
    nowMs: () => now,
    today: () => new Date(now).toISOString().slice(0, 10),
    move(ms) {
      now += ms;
    },
  };
}

/** A ledger whose citizen holds 500,000 of tranche 1. */
export function ledgerWithMoney(): TestLedger {
  const ledger = testScene();
  payLinesOf(ledger, [
    { payee: people.citizen.account, amount: 500_000 },
    { payee: citizen2, amount: 10 },
  ]);
  return ledger;
}

/** The citizen orders and the office releases. */
export function order(ledger: TestLedger, endToEndId: string, amount: number): void {
  const from = { holder: people.citizen.account, fund: 1, tranche: 1 };
  must(ledger, people.citizen, "redeem", { from, amount, endToEndId });
  must(ledger, people.finance, "releaseOrders", { endToEndIds: [endToEndId] });
}
