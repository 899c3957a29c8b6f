import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import {
  auditor,
  bank,
  codeOf as code,
  day,
  dayScene,
  deposit,
  finance,
  financeDeputy,
  report,
  wrong,
} from "../testing/test-day-close.ts";
import { bankAccount, bankLine, must, people } from "../testing/test-scene.ts";

describe("settleDifference", () => {
  it("stops minting, and only that, until two people of different organisations have settled it", () => {
    const ledger = dayScene();
    must(ledger, finance, "reportDifference", report);
    expect(ledger.run(bank, "bookBankLines", deposit("d2", 3)).outcome.refusal).toMatchObject({
      refused: "MINT_STOPPED",
      detail: { kind: "amountDiffers", reference: "d1", day, effect: -5 },
    });
    must(ledger, bank, "bookBankLines", { bankAccount, lines: [{ ...bankLine("f", 1), kind: "fee" }] });
    const proposal = must(ledger, financeDeputy, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
    const agree = { ...wrong, proposal };
    expect(code(ledger, bank, "bookBankLines", deposit("d2", 3))).toBe("MINT_STOPPED");
    expect(code(ledger, financeDeputy, "settleDifference", agree)).toBe("OWN_SETTLEMENT");
    expect(code(ledger, finance, "settleDifference", agree)).toBe("OWN_REPORT");
    expect(code(ledger, people.allRound, "settleDifference", agree)).toBe("SAME_ORGANISATION");
    expect(code(ledger, auditor, "settleDifference", { ...agree, proposal: "00".repeat(32) })).toBe(
      "SETTLEMENT_DIFFERS",
    );
    must(ledger, auditor, "settleDifference", agree);
    must(ledger, bank, "bookBankLines", deposit("d2", 3));
    recount(ledger.state);
  });
});
