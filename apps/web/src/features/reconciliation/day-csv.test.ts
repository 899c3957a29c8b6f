import { describe, expect, it } from "vitest";
import { dayCsv } from "./day-csv.ts";

describe("the exported bank day", () => {
  it("has what differs and both sides on one line, and nothing where a side has none", () => {
    const bank = {
      reference: "MZ-1",
      side: "debit" as const,
      amount: 2_600,
      valueDay: "2026-11-20",
      code: ["ACMT", "MDOP", "CHRG"] as const,
    };
    const row = { id: "1", kind: "missingOnLedger" as const, bank, ledger: undefined, effectMinor: -2_600 };
    const csv = dayCsv([row], { head: ["kind"], decimals: 2, kind: ({ kind }) => kind });
    expect(csv).toBe("\ufeffkind\r\nmissingOnLedger,MZ-1,2026-11-20,-26.00,,,,,,,-26.00\r\n");
  });
});
