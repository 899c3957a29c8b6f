import { describe } from "vitest";
import { bank, finance, ordered, refuses, released } from "../testing/refusal-rows.ts";
import { bankAccount, bankLine, must, people } from "../testing/test-scene.ts";

const order = { endToEndId: "E", reason: "AC01" };

describe("cancelRedemption", () => {
  refuses([
    ["ORDER_UNKNOWN", bank, "cancelRedemption", { endToEndId: "none", reason: "AC01" }],
    ["NOT_FUND_OFFICE", people.streetFinance, "cancelRedemption", order, ordered],
    ["ORDER_NOT_CANCELLABLE", finance, "cancelRedemption", order, released],
    [
      "ORDER_IN_SUSPENSE",
      bank,
      "cancelRedemption",
      order,
      (ledger) => {
        released(ledger);
        const lines = [{ ...bankLine("p", 8), kind: "payout", endToEndId: "E" }];
        must(ledger, bank, "bookBankLines", { bankAccount, lines });
      },
    ],
  ]);
});
