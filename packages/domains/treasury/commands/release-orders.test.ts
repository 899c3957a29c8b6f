import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { readBalance, readEquation } from "../reads.ts";
import { orderTable } from "../tables.ts";
import {
  bank,
  citizen,
  expires,
  finance,
  freezes,
  importer,
  mine,
  ordered,
  ours,
  refusalScene,
  refuses,
  released,
} from "../testing/refusal-rows.ts";
import type { TestLedger } from "../testing/test-ledger.ts";
import { bankAccount, bankLine, must, people } from "../testing/test-scene.ts";

const these = { endToEndIds: ["E"] };

describe("releaseOrders", () => {
  refuses([
    ["ORDER_UNKNOWN", finance, "releaseOrders", { endToEndIds: ["none"] }],
    ["ONLY_RECONSTRUCTION", importer, "releaseOrders", these, ordered],
    ["NOT_FUND_OFFICE", people.streetFinance, "releaseOrders", these, ordered],
    ["ORDER_NOT_LOCKED", finance, "releaseOrders", these, released],
    ["ORDER_NOT_LOCKED", finance, "releaseOrders", { endToEndIds: ["E", "E"] }, ordered],
    ["TRANCHE_FROZEN", finance, "releaseOrders", these, orderedThen(freezes({ kind: "tranche", tranche: 1 }))],
    [
      "ACCOUNT_FROZEN",
      finance,
      "releaseOrders",
      these,
      orderedThen(freezes({ kind: "account", account: citizen.account })),
    ],
  ]);

  it("lets nobody release what they ordered", () => {
    const ledger = refusalScene();
    const from = { ...ours, holder: people.finance.account };
    must(ledger, people.operator, "openAccounts", { accounts: [{ account: from.holder, kind: "supplier" }] });
    must(ledger, citizen, "pay", { from: mine, payee: from.holder, amount: 5, reference: "ab".repeat(16) });
    must(ledger, finance, "redeem", { from, amount: 5, endToEndId: "own" });
    expect(ledger.run(finance, "releaseOrders", { endToEndIds: ["own"] }).code).toBe("OWN_ORDER");
  });

  it("releases what was ordered in time, though its tranche has expired since", () => {
    const ledger = refusalScene();
    ordered(ledger);
    expires(ledger);
    must(ledger, finance, "releaseOrders", these);
    payout(ledger, "p", 7);
    expect(stateOf(ledger)).toMatchObject({ state: "paid" });
    recount(ledger.state);
  });
});

describe("what the bank did without a release, or otherwise", () => {
  it("is booked all the same and stands in suspense until the release takes it over", () => {
    const ledger = refusalScene();
    ordered(ledger);
    payout(ledger, "p", 7);
    expect(readEquation(ledger.state)).toMatchObject({ suspense: -7 });
    expect(ledger.run(finance, "cancelRedemption", { endToEndId: "E", reason: "AM05" }).code).toBe("ORDER_IN_SUSPENSE");
    must(ledger, finance, "releaseOrders", these);
    expect(stateOf(ledger)).toEqual(expect.objectContaining({ state: "paid" }));
    expect(stateOf(ledger)?.suspended).toBeUndefined();
    expect(readEquation(ledger.state)).toMatchObject({ suspense: 0 });
    expect(readBalance(ledger.state, { account: citizen.account, tranche: 1 })).toEqual({ free: 93, locked: 0 });
    recount(ledger.state);
  });

  it("a wrong amount burns nothing; once it is taken back the right one does", () => {
    const ledger = refusalScene();
    released(ledger);
    payout(ledger, "p1", 8);
    expect(stateOf(ledger)).toMatchObject({ state: "released", suspended: 8 });
    book(ledger, { ...bankLine("r1", 8), kind: "returnedPayout", endToEndId: "E" });
    payout(ledger, "p2", 7);
    expect(stateOf(ledger)).toMatchObject({ state: "paid" });
    expect(readEquation(ledger.state).suspense).toBe(0);
    recount(ledger.state);
  });

  it("a second payment of one order is a difference, and what comes back answers for it first", () => {
    const ledger = refusalScene();
    released(ledger);
    const twice = [
      { ...bankLine("p1", 7), kind: "payout", endToEndId: "E" },
      { ...bankLine("p2", 7), kind: "payout", endToEndId: "E" },
    ];
    must(ledger, bank, "bookBankLines", { bankAccount, lines: twice });
    expect(readEquation(ledger.state).suspense).toBe(-7);
    book(ledger, { ...bankLine("r1", 7), kind: "returnedPayout", endToEndId: "E" });
    expect(stateOf(ledger)).toMatchObject({ state: "paid" });
    expect(readEquation(ledger.state).suspense).toBe(0);
    book(ledger, { ...bankLine("r2", 7), kind: "returnedPayout", endToEndId: "E" });
    expect(stateOf(ledger)).toMatchObject({ state: "returned" });
    recount(ledger.state);
  });
});

function orderedThen(next: (ledger: TestLedger) => unknown) {
  return (ledger: TestLedger) => {
    ordered(ledger);
    next(ledger);
  };
}

function stateOf(ledger: TestLedger) {
  return ledger.state.table(orderTable).find("E");
}

function payout(ledger: TestLedger, reference: string, amount: number): void {
  book(ledger, { ...bankLine(reference, amount), kind: "payout", endToEndId: "E" });
}

function book(ledger: TestLedger, line: Record<string, string | number>): void {
  must(ledger, bank, "bookBankLines", { bankAccount, lines: [line] });
}
