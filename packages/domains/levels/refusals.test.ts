import { expect, it } from "vitest";
import { levelsRefusals } from "./refusals.ts";
import { refusalRows } from "./testing/test-refused.ts";

it("each reason is tried in the tables beside the commands, or where something has to be full or old", () => {
  const tried = new Set([
    ...refusalRows.map(([, code]) => code),
    // testing/rogue-county.test.ts
    "TRANSFER_OF_OTHER",
    // Bounds of 4,096 ties and 65,536 transfers.
    ...["TIES_FULL", "UNDER_WAY_FULL"],
  ]);
  expect(Object.keys(levelsRefusals).filter((code) => !tried.has(code))).toEqual([]);
});
