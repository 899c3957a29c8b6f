import { expect, it } from "vitest";
import { levelsRefusals } from "./refusals.ts";
import { refusalRows } from "./testing/test-refused.ts";

it("each reason is tried in the tables beside the commands, or where something has to be full or old", () => {
  const tried = new Set([
    ...refusalRows.map(([, code]) => code),
    // testing/decisions.test.ts
    ...["DECISIONS_FULL", "DECISION_LAPSED", "DECISION_APPROVED"],
    // Bounds of 4,096 ties and 65,536 transfers, and an answer that only a lying ledger gives.
    ...["TIES_FULL", "UNDER_WAY_FULL", "TRANSFER_OF_OTHER"],
  ]);
  expect(Object.keys(levelsRefusals).filter((code) => !tried.has(code))).toEqual([]);
});
