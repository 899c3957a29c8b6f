import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestSlot, nextSlot, RunTimes, weekdays } from "./run-times.ts";

const zoneOffsetMinutes = 480;
const hourMs = 3_600_000;
const at = (text: string) => ({ nowMs: Date.parse(`${text}+08:00`), zoneOffsetMinutes });
const textOf = (ms: number) => new Date(ms + 8 * hourMs).toISOString().slice(0, 16);
const weekly = RunTimes.parse({ days: ["monday"], hour: 2 });
const twice = RunTimes.parse({ days: ["monday", "thursday"], hour: 0 });

describe("the hours of runs by the clock", () => {
  it.each([
    ["a day before", weekly, "2026-11-22T23:00", "2026-11-16T02:00", "2026-11-23T02:00"],
    ["at the hour itself", weekly, "2026-11-23T02:00", "2026-11-23T02:00", "2026-11-30T02:00"],
    ["a minute before it", weekly, "2026-11-23T01:59", "2026-11-16T02:00", "2026-11-23T02:00"],
    ["while it is still yesterday in Greenwich", twice, "2026-11-26T00:30", "2026-11-26T00:00", "2026-11-30T00:00"],
  ])("are counted where the ledger is: %s", (_, times, now, latest, next) => {
    expect([latestSlot(times, at(now)), nextSlot(times, at(now))].map(textOf)).toEqual([latest, next]);
  });

  it("lie around every moment, nothing between them", () => {
    const days = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 });
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), moment, (on, hour, nowMs) => {
        const times = RunTimes.parse({ days: on, hour });
        const next = nextSlot(times, { nowMs, zoneOffsetMinutes });
        const latest = latestSlot(times, { nowMs, zoneOffsetMinutes });
        expect(latest).toBeLessThanOrEqual(nowMs);
        expect(next).toBeGreaterThan(nowMs);
        expect(latestSlot(times, { nowMs: next - 1, zoneOffsetMinutes })).toBe(latest);
      }),
      { seed: 37 },
    );
  });

  it.each([
    ["no day", { days: [], hour: 2 }],
    ["a day twice", { days: ["monday", "monday"], hour: 2 }],
    ["an hour that is none", { days: ["monday"], hour: 24 }],
    ["something else", { days: ["monday"], hour: 2, minute: 5 }],
  ])("are refused with %s", (_, given) => expect(RunTimes.safeParse(given).success).toBe(false));
});
