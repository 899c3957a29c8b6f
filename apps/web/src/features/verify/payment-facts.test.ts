import { sampleBatch } from "@mingbai/testkit/browser/sample-log";
import { payBatchName } from "@mingbai/treasury/schema";
import { describe, expect, it } from "vitest";
import { paymentFacts } from "./payment-facts.ts";

const payer = "0f00000000000003";
const payees = ["00000000000000a1", "00000000000000b2"];
const batch = sampleBatch({ payer, fund: 7, lines: payees.map((payee, index) => ({ payee, amount: 500 + index })) }, 1);
const lineAt = (index: number, result = 0) => ({
  index,
  record: batch.lines?.slice(index * 64, (index + 1) * 64) ?? new Uint8Array(64),
  result,
});

describe("paymentFacts", () => {
  it("reads amount, payee, payer and fund of one line out of the batch's own bytes", () => {
    const facts = paymentFacts({ command: payBatchName, body: batch.body, result: 0, line: lineAt(1) });
    expect(facts).toEqual({ amountMinor: 501, payee: payees[1], payer, fund: 7 });
  });

  it("shows the total where no line is given, and no payee", () => {
    const facts = paymentFacts({ command: payBatchName, body: batch.body, result: 0 });
    expect(facts).toEqual({ amountMinor: 1_001, payer, fund: 7 });
  });

  it.each([
    [1, "PAYEE_UNKNOWN"],
    [3, "PAYEE_FROZEN"],
    [5, "AMOUNT_TOO_LARGE"],
    [200, "OTHER"],
  ])("names why a line with result %i was not paid: %s", (result, lineRefusal) => {
    const facts = paymentFacts({ command: payBatchName, body: batch.body, result: 0, line: lineAt(0, result) });
    expect(facts).toMatchObject({ lineRefusal, amountMinor: 500 });
  });

  it("leaves the reason to the batch where the whole batch was refused", () => {
    const facts = paymentFacts({ command: payBatchName, body: batch.body, result: 9, line: lineAt(0, 9) });
    expect(facts).not.toHaveProperty("lineRefusal");
  });

  it("shows no amount where a refused line names one that no number holds exactly", () => {
    const line = lineAt(0, 5);
    line.record.fill(255, 8, 16);
    const facts = paymentFacts({ command: payBatchName, body: batch.body, result: 0, line });
    expect(facts).toEqual({ payee: payees[0], payer, fund: 7, lineRefusal: "AMOUNT_TOO_LARGE" });
  });

  it("reads nothing out of a head that is none", () => {
    expect(paymentFacts({ command: payBatchName, body: new Uint8Array(64).fill(9), result: 4 })).toEqual({});
  });

  it("reads a single payment's fields, where the money comes from included", () => {
    const body = { amount: 30, payee: payees[0], from: { holder: payer, fund: 2, tranche: 1 }, reference: "" };
    expect(paymentFacts({ command: "treasury.pay", body, result: 0 })).toEqual({
      amountMinor: 30,
      payee: payees[0],
      payer,
      fund: 2,
    });
  });
});
