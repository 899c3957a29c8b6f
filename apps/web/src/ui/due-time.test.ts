import { describe, expect, it } from "vitest";
import { spanParts, urgencyOf, weekdayText } from "./due-time.ts";

const china = 480;
/** Friday 20 November 2026, 14:06 in China. */
const nowMs = Date.UTC(2026, 10, 20, 6, 6);
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 8);

describe("urgencyOf", () => {
  it.each([
    [at(20, 14), "overdue"],
    [at(20, 17), "today"],
    [at(20, 23), "today"],
    [at(21, 0), "week"],
    [at(26, 23), "week"],
    [at(27, 0), "later"],
    [null, "ended"],
  ] as const)("%s is %s", (dueMs, urgency) => {
    expect(urgencyOf(dueMs, { timeMs: nowMs, zoneOffsetMinutes: china })).toBe(urgency);
  });
});

describe("spanParts", () => {
  it.each([
    [0, { days: 0, hours: 0, minutes: 1 }],
    [174 * 60_000, { days: 0, hours: 2, minutes: 54 }],
    [26 * 3_600_000, { days: 1, hours: 0, minutes: 0 }],
  ])("%i ms", (spanMs, parts) => {
    expect(spanParts(spanMs)).toEqual(parts);
  });
});

describe("weekdayText", () => {
  it("is the civil day of the ledger, not of the viewer", () => {
    const options = { zoneOffsetMinutes: china } as const;
    expect(weekdayText(at(23, 1), { ...options, language: "zh" })).toBe("周一");
    expect(weekdayText(at(23, 1), { ...options, language: "en", long: true })).toBe("Monday");
  });
});
