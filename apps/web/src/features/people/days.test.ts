import { localDate } from "@mingbai/ledger/calendar/local-days";
import { describe, expect, it } from "vitest";
import { startOfDay, termOf } from "./days.ts";

const zone = { zoneOffsetMinutes: 480 };
const noon = Date.UTC(2026, 10, 21, 4);

describe("days of a term", () => {
  it("begin and end with the ledger's own days", () => {
    expect(localDate(zone, startOfDay("2026-11-21", 480))).toBe("2026-11-21");
    expect(localDate(zone, startOfDay("2026-11-21", 480) - 1)).toBe("2026-11-20");
  });

  it("count the last day in, and begin now where the first day is today or empty", () => {
    const end = Date.UTC(2026, 10, 30, 16);
    expect(termOf({ from: "", until: "2026-11-30" }, { nowMs: noon, ...zone })).toEqual({ untilMs: end });
    expect(termOf({ from: "2026-11-21", until: "" }, { nowMs: noon, ...zone })).toEqual({});
    expect(termOf({ from: "2026-11-22", until: "" }, { nowMs: noon, ...zone })).toEqual({
      fromMs: Date.UTC(2026, 10, 21, 16),
    });
  });
});
