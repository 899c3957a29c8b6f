import { describe, expect, it } from "vitest";
import { clockText, daysBetween, dayText, monthText, timeText, zoneText } from "./format-time.ts";

const moment = Date.UTC(2026, 10, 20, 16, 30, 5);

describe("time as text", () => {
  it("is the ledger's civil time, whatever the viewer's zone", () => {
    expect(timeText(moment, { language: "zh", zoneOffsetMinutes: 480 })).toBe("2026 年 11 月 21 日 00:30");
    expect(timeText(moment, { language: "en", zoneOffsetMinutes: 0, seconds: true })).toBe("20 Nov 2026, 16:30:05");
    expect(clockText(moment, -210)).toBe("13:00:05");
  });

  it("writes days, months and zones", () => {
    expect(dayText("2015-04-07", "zh")).toBe("2015 年 4 月 7 日");
    expect(dayText("2015-04-07", "en")).toBe("7 Apr 2015");
    expect(monthText("2026-01", "en", true)).toBe("Jan 2026");
    expect(zoneText(480)).toBe("UTC+8");
    expect(zoneText(-210)).toBe("UTC\u22123:30");
  });

  it("counts at least one day", () => {
    expect(daysBetween(0, 10)).toBe(1);
    expect(daysBetween(0, 67 * 86_400_000)).toBe(67);
  });
});
