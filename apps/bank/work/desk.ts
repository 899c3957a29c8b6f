import type { Money } from "@mingbai/iso20022/fields/amount";
import type { Books } from "../books/books.ts";
import { readFaults } from "../books/faults.ts";
import type { Ledger } from "../ledger/ledger-link.ts";
import type { BankClock } from "./bank-clock.ts";
import { countersignDays } from "./countersign.ts";
import { payOrders } from "./pay-orders.ts";
import { takeLists } from "./take-lists.ts";
import { takeReleasedOrders } from "./take-orders.ts";
import { tellEntries, tellRejections } from "./tell-ledger.ts";
import { tellLists } from "./tell-lists.ts";

export interface Desk {
  readonly books: Books;
  readonly link: Ledger;
  readonly account: string;
  readonly clock: BankClock;
}

/** One round of the bank's work; whatever it did not finish is found again by the next. Returns how much it did. */
export async function workOnce({ books, link, account, clock }: Desk): Promise<number> {
  if (readFaults(books).down > 0) return 0;
  // What happened before a crash is told before anything new is done.
  const before = await tellEntries(books, link, account);
  const taken = await takeReleasedOrders(books, link, clock.nowMs());
  const lists = await takeLists(books, link, { account, clock });
  const paid = payOrders(books, { account, clock });
  const told = await tellRejections(books, link);
  const settled = await tellLists(books, link, { account, clock });
  return before + taken + lists + paid + told + settled + (paid > 0 ? await tellEntries(books, link, account) : 0);
}

export const idleMs = 1_000;
export const troubleMsMax = 60_000;

/** Works round after round until it is closed; while the node cannot be reached, less and less often. */
export class Work {
  readonly #desk: Desk & { readonly money: Money };
  readonly #onTrouble: (trouble: string | undefined) => void;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isClosed = false;
  #failures = 0;

  constructor(desk: Desk & { readonly money: Money }, onTrouble: (trouble: string | undefined) => void) {
    this.#desk = desk;
    this.#onTrouble = onTrouble;
    this.#plan(0);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #plan(ms: number): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#run();
    }, ms);
  }

  async #run(): Promise<void> {
    try {
      const done = (await workOnce(this.#desk)) + (await countersignDays(this.#desk, this.#desk.money));
      this.#failures = 0;
      this.#onTrouble(undefined);
      this.#plan(done > 0 ? 0 : idleMs);
    } catch (error) {
      // The node is starting, busy or gone. Nothing is lost: the books know what is left to tell.
      this.#failures++;
      this.#onTrouble(error instanceof Error ? error.message : String(error));
      this.#plan(Math.min(troubleMsMax, idleMs * this.#failures));
    }
  }
}
