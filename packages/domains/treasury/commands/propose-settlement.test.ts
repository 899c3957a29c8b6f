import { describe, expect, it } from "vitest";
import {
  auditor,
  bank,
  codeOf as code,
  dayScene,
  finance,
  report,
  secondBank,
  streetFinance,
  wrong,
} from "../testing/test-day-close.ts";
import { must } from "../testing/test-scene.ts";

describe("proposeSettlement", () => {
  it("is of a reported difference, once by one person; a later proposal takes the place of an earlier one", () => {
    const ledger = dayScene();
    const proposing = { ...wrong, resolution: "none" };
    expect(code(ledger, auditor, "proposeSettlement", proposing)).toBe("DIFFERENCE_UNKNOWN");
    expect(code(ledger, auditor, "settleDifference", { ...wrong, proposal: "00".repeat(32) })).toBe(
      "DIFFERENCE_UNKNOWN",
    );
    must(ledger, auditor, "reportDifference", report);
    expect(code(ledger, bank, "reportDifference", { ...report, effect: 1 })).toBe("DIFFERENCE_REPORTED");
    const early = must(ledger, finance, "proposeSettlement", proposing);
    expect(code(ledger, finance, "proposeSettlement", proposing)).toBe("SETTLEMENT_PROPOSED");
    const proposal = must(ledger, bank, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
    expect(code(ledger, finance, "settleDifference", { ...wrong, proposal: early })).toBe("SETTLEMENT_DIFFERS");
    must(ledger, finance, "settleDifference", { ...wrong, proposal });
    for (const [verb, input] of [
      ["settleDifference", { ...wrong, proposal }],
      ["proposeSettlement", proposing],
    ] as const)
      expect(code(ledger, secondBank, verb, input)).toBe("DIFFERENCE_SETTLED");
    expect(code(ledger, auditor, "reportDifference", report)).toBe("DIFFERENCE_REPORTED");
    expect(code(ledger, streetFinance, "reportDifference", report)).toBe("NOT_DEPOSIT_OFFICE");
  });
});
