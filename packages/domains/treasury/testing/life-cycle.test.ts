import { toHex } from "@mingbai/codec/hex";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import { describe, expect, it } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { recount } from "../laws/invariants.ts";
import { findTranche, readBalance, readEquation } from "../reads.ts";
import { freeze, unfreeze, why } from "./test-freezing.ts";
import { startMs } from "./test-ledger.ts";
import {
  bankAccount,
  bankLine,
  citizen2,
  fund,
  must,
  office,
  payLinesOf,
  people,
  reference,
  street,
  testScene,
} from "./test-scene.ts";

const { supplier, citizen, bank, finance, streetFinance, regulator } = people;
const fromSupplier = { holder: supplier.account, fund, tranche: 1 };

describe("the life of money", () => {
  it("mints to the office, pays a batch, redeems, releases, and burns what the bank paid", () => {
    const ledger = testScene();
    payLinesOf(ledger, [{ payee: supplier.account, amount: 3_000 }]);
    must(ledger, supplier, "redeem", { from: fromSupplier, amount: 1_000, endToEndId: "E1" });
    expect(readBalance(ledger.state, { account: supplier.account, tranche: 1 })).toEqual({
      free: 2_000,
      locked: 1_000,
    });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["E1"] });
    const lines = [{ ...bankLine("p1", 1_000), kind: "payout", endToEndId: "E1" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    expect(readBalance(ledger.state, { account: supplier.account, tranche: 1 })).toEqual({ free: 2_000, locked: 0 });
    expect(readEquation(ledger.state)).toEqual({ outstanding: 1_499_000, booked: 1_499_000, suspense: 0 });
    recount(ledger.state);
  });

  it("unlocks what the bank rejected, and revives what it paid and got back", () => {
    const ledger = testScene();
    payLinesOf(ledger, [{ payee: supplier.account, amount: 3_000 }]);
    must(ledger, supplier, "redeem", { from: fromSupplier, amount: 1_000, endToEndId: "E1" });
    must(ledger, bank, "cancelRedemption", { endToEndId: "E1", reason: "AC01" });
    must(ledger, supplier, "redeem", { from: fromSupplier, amount: 2_000, endToEndId: "E2" });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["E2"] });
    const lines = [{ ...bankLine("p2", 2_000), kind: "payout", endToEndId: "E2" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    const back = [{ ...bankLine("r2", 2_000), kind: "returnedPayout", endToEndId: "E2" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines: back });
    expect(readBalance(ledger.state, { account: supplier.account, tranche: 1 })).toEqual({ free: 3_000, locked: 0 });
    recount(ledger.state);
  });

  it("keeps interest and fees in suspense, out of all vouchers", () => {
    const ledger = testScene();
    const lines = [
      { ...bankLine("i", 70), kind: "interest" },
      { ...bankLine("f", 20), kind: "fee" },
      { ...bankLine("u", 5), kind: "unknownCredit" },
      { ...bankLine("v", 6), kind: "unknownDebit" },
    ];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    expect(readEquation(ledger.state)).toEqual({ outstanding: 1_500_000, booked: 1_500_049, suspense: 49 });
  });

  it("names a line by its proof, splits the voucher, pays and redeems its parts whole", () => {
    const ledger = testScene();
    const dues = [
      { payee: citizen.account, amount: 500 },
      { payee: supplier.account, amount: 800 },
    ];
    const { id: batch, body } = payLinesOf(ledger, dues);
    const lines = body.subarray(64);
    const proof = { batch, line: 0, record: toHex(lines.subarray(0, 64)), path: linePath(lines, 0).map(toHex) };
    const voucher = must(ledger, citizen, "nameLine", proof);
    const child = must(ledger, citizen, "splitVoucher", { voucher, amount: 200 });
    const from = { holder: citizen.account, fund, tranche: 1 };
    must(ledger, citizen, "pay", { from: { ...from, voucher: child }, payee: citizen2, amount: 200, reference });
    must(ledger, citizen, "redeem", { from: { ...from, voucher }, amount: 300, endToEndId: "V" });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["V"] });
    const payout = [{ ...bankLine("pv", 300), kind: "payout", endToEndId: "V" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines: payout });
    expect(readBalance(ledger.state, { account: citizen2, tranche: 1 }).free).toBe(200);
    expect(ledger.run(citizen, "nameLine", proof).code).toBe("LINE_NAMED");
    recount(ledger.state);
  });

  it("burns the paid lines of a direct credit and returns the failed ones, each line once", () => {
    const ledger = testScene();
    const dues = [
      { payee: citizen.account, amount: 500 },
      { payee: citizen2, amount: 800 },
      { payee: citizen2, amount: 11 },
    ];
    const { id: batch } = payLinesOf(ledger, dues, { mode: batchModes.directCredit });
    expect(readBalance(ledger.state, { account: office, tranche: 1 })).toEqual({ free: 998_689, locked: 1_311 });
    const at = { batch, bankAccount, valueDay: "2027-01-16" };
    const failed = [{ line: 1, reason: "AC04" }];
    must(ledger, bank, "settleBatch", { ...at, reference: "s1", paid: [0], failed });
    expect(ledger.run(bank, "settleBatch", { ...at, reference: "s2", paid: [0], failed: [] }).code).toBe(
      "LINE_SETTLED",
    );
    must(ledger, bank, "settleBatch", { ...at, reference: "s3", paid: "rest", failed: [] });
    expect(readBalance(ledger.state, { account: office, tranche: 1 })).toEqual({ free: 999_489, locked: 0 });
    expect(ledger.run(bank, "settleBatch", { ...at, reference: "s4", paid: "rest", failed: [] }).code).toBe(
      "BATCH_SETTLED",
    );
    recount(ledger.state);
  });

  it("expires a tranche by itself; its money goes back to the office only, into a tranche by the fund's policy", () => {
    const ledger = testScene({ expiryMs: startMs + 5_000 });
    payLinesOf(ledger, [{ payee: citizen.account, amount: 500 }]);
    const direct = { manifest: "c2".repeat(32), mode: batchModes.directCredit };
    const { id: batch } = payLinesOf(ledger, [{ payee: citizen2, amount: 40 }], direct);
    ledger.wait(5_000);
    expect(findTranche(ledger.state, 1)).toMatchObject({ expired: true });
    const from = { holder: citizen.account, fund, tranche: 1 };
    expect(ledger.run(citizen, "pay", { from, payee: citizen2, amount: 1, reference }).code).toBe("TRANCHE_EXPIRED");
    must(ledger, finance, "returnExpired", { from, amount: 500 });
    expect(readBalance(ledger.state, { account: office, tranche: 3 }).free).toBe(500);
    const failed = [{ line: 0, reason: "AC04" }];
    const result = { batch, bankAccount, valueDay: "2027-01-16", reference: "s1", paid: "rest", failed };
    must(ledger, bank, "settleBatch", result);
    expect(readBalance(ledger.state, { account: office, tranche: 3 }).free).toBe(540);
    expect(findTranche(ledger.state, 3)?.expiryMs).toBe(ledger.timeMs + 30 * 86_400_000);
    recount(ledger.state);
  });

  it("lets an office redeem its operating share and not a unit more, less what it gave back", () => {
    const ledger = testScene();
    const from = { holder: office, fund, tranche: 1 };
    must(ledger, finance, "allocate", { from, to: street, amount: 100_005 });
    const theirs = { holder: street, fund, tranche: 3 };
    const over = { from: theirs, amount: 10_001, endToEndId: "S1" };
    expect(ledger.run(streetFinance, "redeem", over)).toMatchObject({
      code: "SHARE_EXCEEDED",
      outcome: { refusal: { detail: { may: 10_000, needs: 10_001 } } },
    });
    must(ledger, streetFinance, "returnPayment", { from: theirs, amount: 50_005 });
    expect(readBalance(ledger.state, { account: office, tranche: 1 }).free).toBe(950_000);
    must(ledger, streetFinance, "redeem", { from: theirs, amount: 5_000, endToEndId: "S2" });
    expect(ledger.run(streetFinance, "redeem", { from: theirs, amount: 1, endToEndId: "S3" }).code).toBe(
      "SHARE_EXCEEDED",
    );
    recount(ledger.state);
  });

  it("freezes and unfreezes a tranche, an account, a voucher", () => {
    const ledger = testScene();
    payLinesOf(ledger, [{ payee: citizen.account, amount: 500 }]);
    const from = { holder: citizen.account, fund, tranche: 1 };
    const attempt = () => ledger.run(citizen, "pay", { from, payee: citizen2, amount: 1, reference }).code;
    for (const [target, code] of [
      [{ kind: "tranche", tranche: 1 }, "TRANCHE_FROZEN"],
      [{ kind: "account", account: citizen.account }, "ACCOUNT_FROZEN"],
      [{ kind: "account", account: citizen2 }, "ACCOUNT_FROZEN"],
    ] as const) {
      freeze(ledger, target);
      expect(attempt()).toBe(code);
      expect(ledger.run(regulator, "governance.freeze", { target, ...why }).code).toBe("ALREADY_FROZEN");
      unfreeze(ledger, target);
      expect(ledger.run(regulator, "governance.unfreeze", { target }).code).toBe("NOT_FROZEN");
      expect(attempt()).toBe("ok");
    }
  });
});
