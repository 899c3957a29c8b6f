import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { recount } from "@mingbai/treasury/laws/invariants";
import { readEquation } from "@mingbai/treasury/reads";
import { orderTable } from "@mingbai/treasury/tables";
import type { TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { listDay, readBalance } from "../books/entries.ts";
import { type FaultKind, faultKinds, lateMs, setFault } from "../books/faults.ts";
import { findPayment } from "../books/payments.ts";
import { account, ledgerWithMoney, opening, order, TestBooks, testClock } from "../testing/test-bank.ts";
import { type Break, testLedgerLink } from "../testing/test-ledger-link.ts";
import { addOutside } from "./deposit.ts";
import { workOnce } from "./desk.ts";
import { giveBack } from "./give-back.ts";

let ledger: TestLedger;
let bank: TestBooks;
const clock = testClock();
const EntryOrder = z.object({ end_to_end_id: z.string() });

beforeEach(() => {
  ledger = ledgerWithMoney();
  bank = new TestBooks();
});
afterEach(() => bank.remove());

const round = (breaks?: () => Break) =>
  workOnce({ books: bank.books, link: testLedgerLink(ledger, breaks), account, clock });
const stateOf = (endToEndId: string) => ledger.state.table(orderTable).find(endToEndId)?.state;
const suspense = () => readEquation(ledger.state).suspense;
/** The second equation: what the ledger says is at the bank is what the bank has. */
const expectAgreement = () => expect(readEquation(ledger.state).booked).toBe(readBalance(bank.books, account));

describe("the bank's work", () => {
  it("pays what was released, once, and tells the ledger", async () => {
    order(ledger, "E-1", 700);
    await round();
    await round();
    expect(stateOf("E-1")).toBe("paid");
    expect(readBalance(bank.books, account)).toBe(opening - 700);
    expect(listDay(bank.books, account, clock.today())).toMatchObject([{ endToEndId: "E-1", isBooked: true }]);
    expectAgreement();
  });

  it("that paid and crashed before telling tells it after", async () => {
    order(ledger, "E-1", 700);
    await expect(round(() => "before")).rejects.toThrow("broke");
    expect(findPayment(bank.books, "E-1")?.state).toBe("paid");
    expect(stateOf("E-1")).toBe("released");
    bank.reopen();
    await round();
    expect(stateOf("E-1")).toBe("paid");
    expectAgreement();
  });

  it("that told and never heard the answer finds it done", async () => {
    order(ledger, "E-1", 700);
    order(ledger, "E-2", 30);
    await expect(round(() => "after")).rejects.toThrow("lost");
    bank.reopen();
    await round();
    await round();
    expect([stateOf("E-1"), stateOf("E-2")]).toEqual(["paid", "paid"]);
    expect(listDay(bank.books, account, clock.today()).every(({ isBooked }) => isBooked)).toBe(true);
    expectAgreement();
  });

  it("unlocks with the reason what is rejected", async () => {
    setFault(bank.books, "rejected", 1);
    order(ledger, "E-1", 700);
    await round();
    expect(stateOf("E-1")).toBe("rejected");
    expect(findPayment(bank.books, "E-1")).toMatchObject({ state: "rejected", reason: "AC04" });
    expectAgreement();
  });

  it("pays late, and does nothing while it is down", async () => {
    setFault(bank.books, "late", 1);
    setFault(bank.books, "down", 1);
    order(ledger, "E-1", 700);
    expect(await round()).toBe(0);
    setFault(bank.books, "down", 0);
    await round();
    expect(stateOf("E-1")).toBe("released");
    clock.move(lateMs);
    await round();
    expect(stateOf("E-1")).toBe("paid");
  });

  it.each<[FaultKind, string, number]>([
    ["wrongAmount", "released", -699],
    ["paidTwice", "paid", -700],
    ["twice", "paid", 0],
    ["reordered", "paid", 0],
  ])("%s leaves the order %s and %d in suspense", async (fault, state, left) => {
    setFault(bank.books, fault, 1);
    order(ledger, "E-1", 700);
    await round();
    expect({ state: stateOf("E-1"), suspense: suspense() }).toEqual({ state, suspense: left });
    recount(ledger.state);
    expectAgreement();
  });

  it("mints a deposit once, and puts into suspense what is for no fund that there is", async () => {
    const at = { account, clock };
    addOutside(bank.books, { kind: "deposit", amount: 50, fund: { number: 1, code: "F-1" }, remittance: "" }, at);
    addOutside(bank.books, { kind: "deposit", amount: 60, fund: { number: 99, code: "F-99" }, remittance: "" }, at);
    addOutside(bank.books, { kind: "interest", amount: 7, fund: undefined, remittance: "" }, at);
    await round();
    await round();
    expect(suspense()).toBe(67);
    expectAgreement();
  });

  it("brings back what the payee's bank sends back", async () => {
    order(ledger, "E-1", 700);
    await round();
    expect(giveBack(bank.books, "E-1", { account, clock })).toBe(true);
    expect(giveBack(bank.books, "E-1", { account, clock })).toBe(false);
    await round();
    expect(stateOf("E-1")).toBe("returned");
    expectAgreement();
  });

  const seed = runSeed();
  const steps = deepCount(150, 4_000);
  it(`never pays twice and always agrees in the end, whatever fails (${steps} steps, seed ${seed})`, async () => {
    const source = random(seed);
    const breaks = (): Break => (source.chance(1, 6) ? source.pick(["before", "after"]) : "none");
    let orders = 0;
    for (let step = 0; step < steps; step++) {
      if (source.chance(1, 2)) order(ledger, `E-${orders++}`, 1 + source.below(20));
      if (source.chance(1, 5))
        setFault(bank.books, source.pick(faultKinds.filter((kind) => kind !== "paidTwice")), source.below(2));
      if (source.chance(1, 6)) giveBack(bank.books, `E-${source.below(orders + 1)}`, { account, clock });
      if (source.chance(1, 6)) clock.move(lateMs / 2);
      if (source.chance(1, 8)) bank.reopen();
      await round(breaks).catch((error: Error) => expect(error.message).toMatch(/broke|lost/));
    }
    for (const kind of faultKinds) setFault(bank.books, kind, 0);
    clock.move(lateMs);
    for (let last = 0; last < 5; last++) await round();
    recount(ledger.state);
    expectAgreement();
    const payouts = bank.books
      .all(EntryOrder, "select end_to_end_id from entry where kind = 'payout'")
      .map(({ end_to_end_id: id }) => id);
    expect(new Set(payouts).size).toBe(payouts.length);
    expect(payouts.length).toBeGreaterThan(10);
  });
});
