import { toHex } from "@mingbai/codec/hex";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import { describe, expect, it } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { recount } from "../laws/invariants.ts";
import { readBalance } from "../reads.ts";
import { freeze, unfreeze } from "./test-freezing.ts";
import { accountOf } from "./test-ledger.ts";
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
  testScene,
} from "./test-scene.ts";

const { citizen, supplier, bank, regulator, importer } = people;
const dues = [
  { payee: citizen.account, amount: 500 },
  { payee: supplier.account, amount: 800 },
  { payee: accountOf(0xdead), amount: 7 },
];

function proofOf({ id, body }: { id: string; body: Uint8Array }, line: number) {
  const lines = body.subarray(64);
  const record = toHex(lines.subarray(line * 64, line * 64 + 64));
  return { batch: id, line, record, path: linePath(lines, line).map(toHex) };
}

describe("a line that is to be acted on by name", () => {
  it("needs its own proof, its own holder, and an accepted result", () => {
    const ledger = testScene();
    const batch = payLinesOf(ledger, dues);
    const proof = proofOf(batch, 0);
    expect(ledger.run(supplier, "nameLine", proof).code).toBe("NOT_HOLDER");
    expect(ledger.run(citizen, "nameLine", { ...proof, line: 1 }).code).toBe("LINE_PROOF_WRONG");
    expect(ledger.run(citizen, "nameLine", { ...proof, line: 3 }).code).toBe("LINE_UNKNOWN");
    expect(ledger.run(citizen, "nameLine", { ...proof, path: [] }).code).toBe("LINE_PROOF_WRONG");
    expect(ledger.run(regulator, "nameLine", proofOf(batch, 2)).code).toBe("LINE_NOT_ACCEPTED");
    expect(ledger.run(regulator, "nameLine", proof).code).toBe("ok");
  });

  it("is refused once its payee has spent it", () => {
    const ledger = testScene();
    const batch = payLinesOf(ledger, dues);
    const from = { holder: citizen.account, fund, tranche: 1 };
    must(ledger, citizen, "pay", { from, payee: citizen2, amount: 1, reference });
    expect(ledger.run(citizen, "nameLine", proofOf(batch, 0))).toMatchObject({
      code: "LINE_ALREADY_SPENT",
      outcome: { refusal: { detail: { holds: 499, needs: 500 } } },
    });
  });

  it("is no line of the bank's", () => {
    const ledger = testScene();
    const batch = payLinesOf(ledger, dues, { mode: batchModes.directCredit });
    expect(ledger.run(citizen, "nameLine", proofOf(batch, 0)).code).toBe("LINE_FOR_THE_BANK");
  });

  it("can be frozen alone, used whole, and used once", () => {
    const ledger = testScene();
    const voucher = must(ledger, regulator, "nameLine", proofOf(payLinesOf(ledger, dues), 0));
    const from = { holder: citizen.account, fund, tranche: 1, voucher };
    const attempt = (amount: number) => ledger.run(citizen, "pay", { from, payee: citizen2, amount, reference }).code;
    freeze(ledger, { kind: "voucher", voucher });
    expect(attempt(500)).toBe("VOUCHER_FROZEN");
    unfreeze(ledger, { kind: "voucher", voucher });
    expect(ledger.run(supplier, "splitVoucher", { voucher, amount: 1 }).code).toBe("NOT_HOLDER");
    expect(ledger.run(citizen, "splitVoucher", { voucher, amount: 500 }).code).toBe("SPLIT_TOO_LARGE");
    expect(attempt(499)).toBe("VOUCHER_IS_WHOLE");
    expect(attempt(500)).toBe("ok");
    expect(attempt(500)).toBe("VOUCHER_SPENT");
    recount(ledger.state);
  });
});

describe("the bank's result of a batch", () => {
  const at = { bankAccount, reference: "s", valueDay: "2027-01-16", paid: "rest", failed: [] };

  it("settles what was accepted where some lines had been refused", () => {
    const ledger = testScene();
    const { id: batch } = payLinesOf(ledger, dues, { mode: batchModes.directCredit });
    const failed = [{ line: 2, reason: "AC04" }];
    expect(ledger.run(bank, "settleBatch", { ...at, batch, failed }).code).toBe("LINE_SETTLED");
    must(ledger, bank, "settleBatch", { ...at, batch });
    expect(readBalance(ledger.state, { account: office, tranche: 1 })).toEqual({ free: 998_700, locked: 0 });
    recount(ledger.state);
  });

  it("is refused for batches that paid into accounts, and where its bank line is booked already", () => {
    const ledger = testScene();
    const { id: batch } = payLinesOf(ledger, dues);
    expect(ledger.run(bank, "settleBatch", { ...at, batch }).code).toBe("BATCH_ACCOUNT_PAYMENT");
    expect(ledger.run(bank, "settleBatch", { ...at, batch: "ab".repeat(32) }).code).toBe("BATCH_UNKNOWN");
    const direct = { mode: batchModes.directCredit, manifest: "c2".repeat(32) };
    const { id: other } = payLinesOf(ledger, dues, direct);
    expect(ledger.run(bank, "settleBatch", { ...at, batch: other, reference: "d1" }).code).toBe("BANK_LINE_BOOKED");
  });
});

describe("a ledger that retells a published list", () => {
  it("lets the importer book, approve alone beside the proposer, and name who paid back", () => {
    const ledger = testScene({ reconstruction: true });
    must(ledger, importer, "createFund", { fund: 3, code: "F-3", office, approvalsNeeded: 1 });
    const supplierOf = { fund: 3, supplier: supplier.account };
    const lines = [
      { ...bankLine("a", 90), kind: "deposit", fund: 3 },
      { ...bankLine("b", 5), kind: "supplierReturn", ...supplierOf },
      { ...bankLine("c", 6), kind: "supplierReturn", ...supplierOf },
      { ...bankLine("d", 7), kind: "priorPeriodReceipt", ...supplierOf },
    ];
    must(ledger, importer, "bookBankLines", { bankAccount, lines });
    const balances = [3, 4, 5].map((tranche) => readBalance(ledger.state, { account: office, tranche }).free);
    expect(balances).toEqual([90, 11, 7]);
    recount(ledger.state);
  });
});
