import { describe, expect, it } from "vitest";
import { type ApplicationDraft, emptyInvoice, newApplication } from "./application-draft.ts";
import { checkApplication, invoicesSum } from "./check-application.ts";

const whole: ApplicationDraft = {
  ...newApplication({ to: "street", fund: "3", payee: "00000000000000a1" }),
  title: " Drains ",
  amount: "1,200.50",
  proposal: "As agreed",
};
const invoice = { ...emptyInvoice(), key: "k", number: "25-1", seller: "Hetang", issuedOn: "2026-11-10" };

describe("checkApplication", () => {
  it("makes what is signed: amounts in minor units, texts trimmed, an empty contract left out", () => {
    const { faults, ready } = checkApplication({ ...whole, invoices: [{ ...invoice, amount: "1200.50" }] }, 2);
    expect(faults).toEqual([]);
    expect(ready?.terms).toEqual({ payee: "00000000000000a1", fund: 3, amount: 120_050 });
    expect(ready?.content.title).toBe("Drains");
    expect(ready?.content.contract).toBeUndefined();
    expect(ready?.content.invoices).toEqual([
      { number: "25-1", seller: "Hetang", issuedOn: "2026-11-10", amount: 120_050 },
    ]);
  });

  it.each([
    [{ to: "" }, "apply-to", "needed"],
    [{ payee: "12" }, "apply-payee", "account"],
    [{ payee: "0000000000000000" }, "apply-payee", "account"],
    [{ amount: "0" }, "apply-amount", "amount"],
    [{ amount: "1.234" }, "apply-amount", "amount"],
    [{ amount: "" }, "apply-amount", "needed"],
    [{ contract: { number: "HT-1", party: "", signedOn: "soon", amount: "5" } }, "apply-contract-day", "day"],
    [{ invoices: [{ ...invoice, amount: "x" }] }, "invoice-k-amount", "amount"],
  ] as const)("names the field of %j", (part, field, fault) => {
    const { faults, ready } = checkApplication({ ...whole, ...part } as ApplicationDraft, 2);
    expect(faults).toEqual([{ field, fault }]);
    expect(ready).toBeUndefined();
  });

  it("waits for papers that are on their way", () => {
    expect(checkApplication(whole, 2, true).faults).toEqual([{ field: "apply-files", fault: "sending" }]);
  });

  it("adds up invoices that can be read", () => {
    const invoices = [
      { ...invoice, amount: "1" },
      { ...invoice, amount: "2.50" },
    ];
    expect(invoicesSum({ ...whole, invoices }, 2)).toBe(350);
    expect(invoicesSum({ ...whole, invoices: [{ ...invoice, amount: "?" }] }, 2)).toBeUndefined();
    expect(invoicesSum(whole, 2)).toBeUndefined();
  });
});
