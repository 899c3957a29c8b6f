import { describe, expect, it } from "vitest";
import { monthsBetween } from "./months-between.ts";

describe("months between days", () => {
  it.each([
    ["2026-01-15", "2026-02-14", 0],
    ["2026-01-15", "2026-02-15", 1],
    ["2026-01-31", "2026-02-28", 1],
    ["2026-01-31", "2026-04-30", 3],
    ["2024-02-29", "2025-02-28", 12],
    ["2025-12-31", "2026-01-01", 0],
    ["2026-10-31", "2026-10-31", 0],
    ["2026-03-15", "2026-01-15", -2],
  ])("from %s to %s are %i", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});
