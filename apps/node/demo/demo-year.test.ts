import { describe, expect, it } from "vitest";
import { momentOf, monthsBefore } from "./demo-year.ts";

describe("the demo's year", () => {
  it("is the twelve months before this one, by the demo's own zone", () => {
    const newYearInChina = Date.UTC(2025, 11, 31, 16);
    const months = monthsBefore(newYearInChina);
    expect([months[0], months.at(-1), months.length]).toEqual(["2025-01", "2025-12", 12]);
    expect(monthsBefore(newYearInChina - 1).at(-1)).toBe("2025-11");
  });

  it("has its moments in civil time", () => {
    expect(new Date(momentOf("2026-03", { day: 1 })).toISOString()).toBe("2026-03-01T01:00:00.000Z");
    expect(new Date(momentOf("2026-03", { day: 1, hour: 7 })).toISOString()).toBe("2026-02-28T23:00:00.000Z");
  });
});
