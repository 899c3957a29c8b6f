import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf } from "./date-of.ts";
import { endAfterDays, localDate, localDay, localYear } from "./local-days.ts";

const seed = runSeed();
const dayMs = 86_400_000;
const lastDay = Date.UTC(9999, 11, 31) / dayMs;
const china = { zoneOffsetMinutes: 480 };
const newfoundland = { zoneOffsetMinutes: -210 };

describe("the ledger's own days", () => {
  it.each([
    [china, "2026-12-31T15:59:59.999Z", "2026-12-31"],
    [china, "2026-12-31T16:00:00.000Z", "2027-01-01"],
    [newfoundland, "2028-03-01T03:29:59.999Z", "2028-02-29"],
    [newfoundland, "2028-03-01T03:30:00.000Z", "2028-03-01"],
    [{ zoneOffsetMinutes: 0 }, "1969-12-31T23:59:59.999Z", "1969-12-31"],
  ])("%o: at %s it is %s", (zone, moment, date) => {
    const timeMs = Date.parse(moment);
    expect(localDate(zone, timeMs)).toBe(date);
    expect(localYear(zone, timeMs)).toBe(Number(date.slice(0, 4)));
    expect(localDay(zone, timeMs)).toBe(Date.parse(date) / dayMs);
  });

  it("end at midnight, their own and those that follow", () => {
    const noon = Date.parse("2026-11-22T04:00:00Z");
    expect(endAfterDays(china, noon, 0)).toBe(Date.parse("2026-11-22T16:00:00Z"));
    expect(endAfterDays(china, noon, 10)).toBe(Date.parse("2026-12-02T16:00:00Z"));
    expect(endAfterDays(newfoundland, noon, 0)).toBe(Date.parse("2026-11-23T03:30:00Z"));
  });

  it(`have the dates that the calendar of the machine has (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: lastDay }), (day) => {
        expect(dateOf(day)).toBe(new Date(day * dayMs).toISOString().slice(0, 10));
      }),
      { seed, numRuns: deepCount(2_000, 100_000) },
    );
  });
});
