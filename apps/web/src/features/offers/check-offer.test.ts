import { describe, expect, it } from "vitest";
import { audienceOf, checkOffer, emptyOffer, type TypedOffer } from "./check-offer.ts";

const nowMs = Date.UTC(2026, 10, 21, 4);
const known = { freeMinor: 500_000, decimals: 2, nowMs, zoneOffsetMinutes: 480 };
const typed: TypedOffer = {
  ...emptyOffer,
  title: "夜市券",
  place: "office 2",
  each: "50.00",
  count: "100",
  perDay: "20",
  until: "2026-12-31",
};

describe("an offer as typed", () => {
  it("becomes minor units, and days of the ledger's zone with the last one inside", () => {
    expect(checkOffer(typed, known)).toEqual({
      fault: undefined,
      sumMinor: 500_000,
      eachMinor: 5_000,
      perDayMinor: 2_000,
      count: 100,
      fromMs: nowMs,
      untilMs: Date.UTC(2026, 11, 31, 16),
    });
    expect(checkOffer({ ...typed, from: "2026-12-01" }, known).fromMs).toBe(Date.UTC(2026, 10, 30, 16));
  });

  it.each([
    ["title", { title: " " }],
    ["each", { each: "0" }],
    ["each", { each: "a lot" }],
    ["count", { count: "0" }],
    ["count", { count: "1.5" }],
    ["count", { count: "1000001" }],
    ["perDay", { perDay: "" }],
    ["short", { count: "101" }],
    ["until", { until: "" }],
    ["until", { until: "2026-11-20" }],
    ["order", { from: "2027-01-01" }],
    ["area", { who: "residents" }],
    ["organisation", { who: "organisation" }],
    ["area", { where: "area" }],
    ["shops", { where: "listed" }],
  ] as const)("says %s of %o", (fault, more) => {
    expect(checkOffer({ ...typed, ...more }, known).fault).toBe(fault);
  });

  it("needs a place to come from", () => {
    expect(checkOffer(typed, { ...known, freeMinor: undefined }).fault).toBe("place");
  });

  it("says who and where as the command does", () => {
    expect(audienceOf(typed)).toEqual({ takers: { kind: "anyone" }, merchants: { kind: "registered" } });
    const narrow = { ...typed, who: "residents", area: "a", where: "listed", shops: ["b"] } as const;
    expect(audienceOf(narrow)).toEqual({
      takers: { kind: "residents", area: "a" },
      merchants: { kind: "listed", accounts: ["b"] },
    });
  });
});
