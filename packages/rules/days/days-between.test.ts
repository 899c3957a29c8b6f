import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween } from "./days-between.ts";
import { findDay } from "./read-day.ts";

const seed = runSeed();
const dayMs = 86_400_000;
const firstMs = Date.UTC(1583, 0, 1);
const lastMs = Date.UTC(9999, 11, 31);
const dayText = (number: number) => new Date(firstMs + number * dayMs).toISOString().slice(0, 10);
const number = fc.integer({ min: 0, max: (lastMs - firstMs) / dayMs });

describe("days", () => {
  it(`lie as far apart as the calendar of the machine has them (seed ${seed})`, () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(daysBetween(dayText(a), dayText(b))).toBe(b - a);
      }),
      { seed, numRuns: deepCount(2_000, 100_000) },
    );
  });

  it(`are exactly those that the machine writes so (seed ${seed})`, () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
    const texts = fc.tuple(fc.integer({ min: 1583, max: 9999 }), two(13), two(32)).map((parts) => parts.join("-"));
    fc.assert(
      fc.property(texts, (text) => {
        const ms = Date.parse(`${text}T00:00:00Z`);
        const isDay = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
        expect(findDay(text) !== undefined).toBe(isDay);
      }),
      { seed, numRuns: deepCount(2_000, 100_000) },
    );
  });

  it.each([
    "",
    "2026-11-2",
    "2026-11-222",
    "2026/11/22",
    "-026-11-22",
    "2026-1a-22",
    "1582-12-31",
    "2026-00-10",
    "2026-11-31",
    "1900-02-29",
  ])("%j is none", (text) => {
    expect(findDay(text)).toBeUndefined();
  });
});
