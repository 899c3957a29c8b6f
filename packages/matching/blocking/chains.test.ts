import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chains } from "./chains.ts";

describe("chains of rows", () => {
  it("give the rows of each key, the latest first, however many were added", () => {
    const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 0xffff_ffff })), {
      minLength: 1,
      maxLength: 5_000,
      size: "max",
    });
    fc.assert(
      fc.property(keys, (added) => {
        const chains = new Chains();
        for (const key of added) chains.add(key);
        for (const key of new Set(added.slice(0, 50))) {
          const rows = added.flatMap((other, row) => (other === key && key !== 0 ? [row] : [])).reverse();
          expect([...chains.rows(key)]).toEqual(rows);
        }
      }),
      { numRuns: 20 },
    );
  });
});
