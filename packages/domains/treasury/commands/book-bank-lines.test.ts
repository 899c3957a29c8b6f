import { describe } from "vitest";
import { bank, line, refuses } from "../testing/refusal-rows.ts";
import { startMs } from "../testing/test-ledger.ts";
import { citizen2, fund } from "../testing/test-scene.ts";

describe("bookBankLines", () => {
  refuses([
    ["BANK_LINE_BOOKED", bank, "bookBankLines", line({ reference: "d1", kind: "interest" })],
    ["FUND_UNKNOWN", bank, "bookBankLines", line({ kind: "deposit", fund: 9 })],
    ["EXPIRY_PAST", bank, "bookBankLines", line({ kind: "deposit", fund, expiryMs: startMs })],
    ["ONLY_RECONSTRUCTION", bank, "bookBankLines", line({ kind: "supplierReturn", fund, supplier: citizen2 })],
  ]);
});
