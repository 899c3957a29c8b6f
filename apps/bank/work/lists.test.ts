import { batchModes } from "@mingbai/treasury/batch/layout";
import { recount } from "@mingbai/treasury/laws/invariants";
import { readEquation, readBalance as readHeld } from "@mingbai/treasury/reads";
import { batchTable } from "@mingbai/treasury/tables";
import { citizen2, office, payLinesOf, testScene } from "@mingbai/treasury/testing/test-scene";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listDay, readBalance } from "../books/entries.ts";
import { setFault } from "../books/faults.ts";
import { findList } from "../books/lists.ts";
import { account, opening, TestBooks, testClock } from "../testing/test-bank.ts";
import { type Break, testLedgerLink } from "../testing/test-ledger-link.ts";
import { workOnce } from "./desk.ts";

const clock = testClock();
const everybody = (line: number) => `6217${line}`;
let ledger: ReturnType<typeof testScene>;
let bank: TestBooks;

beforeEach(() => {
  ledger = testScene();
  bank = new TestBooks();
});
afterEach(() => bank.remove());

/** A direct-credit list of so many lines of 10. */
function list(lines: number, manifest = "c1".repeat(32)): string {
  const dues = Array.from({ length: lines }, () => ({ payee: citizen2, amount: 10 }));
  return payLinesOf(ledger, dues, { mode: batchModes.directCredit, manifest }).id;
}
const round = (accountOf: (line: number) => string | null = everybody, breaks?: () => Break) =>
  workOnce({ books: bank.books, link: testLedgerLink(ledger, breaks, accountOf), account, clock });
const isSettled = (batch: string) => ledger.state.table(batchTable).find(batch)?.waiting === undefined;

function expectPaid(batch: string, { paid, lines }: { paid: number; lines: number }): void {
  expect(isSettled(batch)).toBe(true);
  expect(readBalance(bank.books, account)).toBe(opening - paid * 10);
  expect(readEquation(ledger.state).booked).toBe(opening - paid * 10);
  expect(readHeld(ledger.state, { account: office, tranche: 1 })).toEqual({ free: 1_000_000 - paid * 10, locked: 0 });
  expect(findList(bank.books, batch)).toMatchObject({ paid: paid * 10, failed: (lines - paid) * 10, isTold: true });
  expect(listDay(bank.books, account, clock.today()).map(({ isBooked }) => isBooked)).toEqual(paid > 0 ? [true] : []);
  recount(ledger.state);
}

describe("direct-credit lists", () => {
  it("are paid with one debit; what fails goes back to where it came from", async () => {
    const batch = list(5);
    setFault(bank.books, "rejected", 1);
    await round((line) => (line === 3 ? null : everybody(line)));
    await round();
    expectPaid(batch, { paid: 3, lines: 5 });
  });

  it("none of whose lines can be paid come back whole, and leave no line in the account", async () => {
    const batch = list(4);
    await round(() => null);
    expectPaid(batch, { paid: 0, lines: 4 });
  });

  it.each<Break>(["before", "after"])(
    "are paid once when the connection breaks %s the ledger has heard",
    async (fate) => {
      const batch = list(5);
      await expect(round(everybody, () => fate)).rejects.toThrow();
      bank.reopen();
      await round();
      await round();
      expectPaid(batch, { paid: 5, lines: 5 });
    },
  );

  it("with more failed lines than one command carries are told in parts, and once", async () => {
    const batch = list(5_000);
    let sent = 0;
    const secondIsLost: () => Break = () => (++sent === 2 ? "after" : "none");
    const odd = (line: number) => (line % 10 === 0 ? everybody(line) : null);
    await expect(round(odd, secondIsLost)).rejects.toThrow("lost");
    bank.reopen();
    await round(odd);
    expectPaid(batch, { paid: 500, lines: 5_000 });
  });
});
