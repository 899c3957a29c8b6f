import { describe, expect, it } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { recount } from "../laws/invariants.ts";
import { readEquation } from "../reads.ts";
import { bankAccount, bankLine, citizen2, must, payLinesOf, people, testScene } from "../testing/test-scene.ts";

const due = [10, 20, 30].map((amount) => ({ payee: citizen2, amount }));
const at = { bankAccount, valueDay: "2027-01-20", paid: "rest" as const, failed: [] };

function scene() {
  const ledger = testScene();
  const { id: direct } = payLinesOf(ledger, due, { mode: batchModes.directCredit });
  const { id: toAccounts } = payLinesOf(ledger, due, { manifest: "c2".repeat(32) });
  must(ledger, people.bank, "settleBatch", {
    ...at,
    batch: direct,
    reference: "s1",
    paid: [0],
    failed: [{ line: 1, reason: "AC04" }],
  });
  return { ledger, direct, toAccounts };
}

describe("settleBatch", () => {
  it.each([
    ["BATCH_UNKNOWN", { batch: "ab".repeat(32), reference: "s2" }],
    ["BANK_LINE_BOOKED", { reference: "s1" }],
    ["LINE_SETTLED", { reference: "s2", paid: [0] }],
    ["LINE_SETTLED", { reference: "s2", failed: [{ line: 1, reason: "AC04" }] }],
    ["LINE_SETTLED", { reference: "s2", paid: [8_000] }],
  ])("%s", (code, more) => {
    const { ledger, direct } = scene();
    expect(ledger.run(people.bank, "settleBatch", { ...at, batch: direct, ...more }).code).toBe(code);
  });

  it("BATCH_ACCOUNT_PAYMENT: money that went to accounts is not the bank's to settle", () => {
    const { ledger, toAccounts } = scene();
    expect(ledger.run(people.bank, "settleBatch", { ...at, batch: toAccounts, reference: "s2" }).code).toBe(
      "BATCH_ACCOUNT_PAYMENT",
    );
  });

  it("takes from suspense the debit that a statement brought first, and only where it is of that amount", () => {
    const { ledger, direct } = scene();
    const booked = (reference: string, amount: number) => ({
      bankAccount,
      lines: [{ ...bankLine(reference, amount), kind: "unknownDebit" }],
    });
    must(ledger, people.bank, "bookBankLines", booked("s2", 31));
    must(ledger, people.bank, "bookBankLines", booked("s3", 30));
    const settles = (reference: string) =>
      ledger.run(people.bank, "settleBatch", { ...at, batch: direct, reference }).code;
    expect([settles("s2"), settles("s3"), settles("s3")]).toEqual(["BANK_LINE_BOOKED", "ok", "BATCH_SETTLED"]);
    expect(readEquation(ledger.state)).toEqual({ outstanding: 1_499_960, booked: 1_499_929, suspense: -31 });
    recount(ledger.state);
  });

  it("BATCH_SETTLED: once every line has its result, there is nothing more to say", () => {
    const { ledger, direct } = scene();
    must(ledger, people.bank, "settleBatch", { ...at, batch: direct, reference: "s2" });
    expect(ledger.run(people.bank, "settleBatch", { ...at, batch: direct, reference: "s3" }).code).toBe(
      "BATCH_SETTLED",
    );
  });
});
