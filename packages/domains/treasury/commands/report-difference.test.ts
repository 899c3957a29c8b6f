import { describe, expect, it } from "vitest";
import { differencesMax } from "../day-close/schema.ts";
import { auditor, bank, codeOf as code, dayScene, finance, report, streetFinance } from "../testing/test-day-close.ts";
import { must } from "../testing/test-scene.ts";

describe("reportDifference", () => {
  it("has room for as many as are declared", () => {
    const ledger = dayScene();
    for (let count = 0; count < differencesMax; count++)
      must(ledger, auditor, "reportDifference", { ...report, reference: `r${count}` });
    expect(code(ledger, auditor, "reportDifference", { ...report, reference: "one more" })).toBe("DIFFERENCES_FULL");
  });

  it("is for an office that receives deposits, for a day that has begun, and once", () => {
    const ledger = dayScene();
    expect(code(ledger, streetFinance, "reportDifference", report)).toBe("NOT_DEPOSIT_OFFICE");
    expect(code(ledger, finance, "reportDifference", { ...report, day: "2027-01-16" })).toBe("DAY_AHEAD");
    must(ledger, auditor, "reportDifference", report);
    for (const who of [auditor, bank])
      expect(code(ledger, who, "reportDifference", { ...report, effect: 1 })).toBe("DIFFERENCE_REPORTED");
  });
});
