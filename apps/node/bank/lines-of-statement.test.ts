import type { StatementEntry } from "@mingbai/iso20022/fields/entry";
import { describe, expect, it } from "vitest";
import { linesOfStatement } from "./lines-of-statement.ts";

const entry = (more: Partial<StatementEntry>): StatementEntry => ({
  reference: "B-1",
  side: "credit",
  amount: 5,
  valueDay: "2026-11-21",
  code: ["PMNT", "RCDT", "DMCT"],
  ...more,
});
const debit = { side: "debit", code: ["PMNT", "ICDT", "DMCT"] } as const;
const fundOf = (code: string) => (code === "LN-2026" ? 1 : undefined);

describe("lines of a statement", () => {
  it.each<[string, Partial<StatementEntry>, object]>([
    ["a deposit that names its fund", { remittance: "/FUND/LN-2026/ 拨款" }, { kind: "deposit", fund: 1 }],
    ["a deposit for a fund that is none here", { remittance: "/FUND/XX/" }, { kind: "unknownCredit" }],
    ["a credit that says nothing", {}, { kind: "unknownCredit" }],
    ["interest", { code: ["ACMT", "MCOP", "INTR"] }, { kind: "interest" }],
    ["a payout", { ...debit, endToEndId: "E-1" }, { kind: "payout", endToEndId: "E-1" }],
    ["a debit without an order", debit, { kind: "unknownDebit" }],
    ["a fee", { side: "debit", code: ["ACMT", "MDOP", "CHRG"] }, { kind: "fee" }],
    ["a return by its code", { code: ["PMNT", "RCDT", "RRTN"], endToEndId: "E-1" }, { kind: "returnedPayout" }],
    ["a return by its reason", { returnReason: "AC04", endToEndId: "E-1" }, { kind: "returnedPayout" }],
    ["a return of nobody's", { returnReason: "AC04", remittance: "/FUND/LN-2026/" }, { kind: "unknownCredit" }],
    ["a code of the bank's own", { code: ["", "", ""], remittance: "/FUND/LN-2026/" }, { kind: "unknownCredit" }],
    ["many in one line", { ...debit, transactions: 3 }, { kind: "unknownDebit" }],
  ])("%s", (_, more, expected) => {
    const line = { reference: "B-1", valueDay: "2026-11-21", amount: 5 };
    expect(linesOfStatement([entry(more)], fundOf)).toMatchObject([{ ...line, ...expected }]);
  });
});
