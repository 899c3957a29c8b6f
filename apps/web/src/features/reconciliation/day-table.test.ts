import { writeTable } from "@mingbai/sdk/tables/write-table";
import { describe, expect, it } from "vitest";
import { dayTable } from "./day-table.ts";

describe("the exported bank day", () => {
  it("has what differs and both sides on one line, and nothing where a side has none", async () => {
    const bank = {
      reference: "MZ-1",
      side: "debit" as const,
      amount: 2_600,
      valueDay: "2026-11-20",
      code: ["ACMT", "MDOP", "CHRG"] as const,
    };
    const row = { id: "1", kind: "missingOnLedger" as const, bank, ledger: undefined, effectMinor: -2_600 };
    const words = { t: (key: string) => key.split(".").at(-1) ?? "", day: "2026-11-20", decimals: 2 };
    const csv = await (await writeTable(dayTable([row], words), "csv")).text();
    expect(csv.replace("\ufeff", "").split("\r\n")).toEqual([
      "where,bankReference,bankDay,bankAmount,bankOrder,ledgerReference,ledgerDay,ledgerAmount,ledgerOrder,transaction,effect",
      "missingOnLedger,MZ-1,2026-11-20,-26.00,,,,,,,-26.00",
      "",
    ]);
  });
});
