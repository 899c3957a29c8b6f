import { describe, expect, it } from "vitest";
import { readRedeemAmount, redeemableOf } from "./redeemable.ts";

describe("what may be redeemed at a place", () => {
  it.each([
    ["all that is free", { freeMinor: 500, standing: "open" }, undefined, { mayMinor: 500, refusal: undefined }],
    ["nothing frozen", { freeMinor: 500, standing: "frozen" }, undefined, { mayMinor: 0, refusal: "frozen" }],
    ["nothing expired", { freeMinor: 500, standing: "expired" }, undefined, { mayMinor: 0, refusal: "expired" }],
    ["nothing of nothing", { freeMinor: 0, standing: "open" }, undefined, { mayMinor: 0, refusal: "none" }],
    ["an office's share", { freeMinor: 500, standing: "open" }, { mayMinor: 70 }, { mayMinor: 70, refusal: undefined }],
    [
      "what is there of a share",
      { freeMinor: 50, standing: "open" },
      { mayMinor: 70 },
      { mayMinor: 50, refusal: undefined },
    ],
    ["no share left", { freeMinor: 500, standing: "open" }, { mayMinor: 0 }, { mayMinor: 0, refusal: "share" }],
    ["no share at all", { freeMinor: 500, standing: "open" }, "none", { mayMinor: 0, refusal: "share" }],
  ] as const)("is %s", (_, place, share, expected) => {
    expect(redeemableOf(place, share)).toEqual(expected);
  });
});

describe("the amount that is typed", () => {
  it.each([
    ["1,200.50", 120_050],
    ["2000", 200_000],
    ["2000.01", "tooMuch"],
    ["0", "nothing"],
    ["−5", "nothing"],
    ["1.234", "unreadable"],
    ["一百", "unreadable"],
    [" ", "missing"],
  ] as const)("%j is %j", (text, expected) => {
    expect(readRedeemAmount(text, { mayMinor: 200_000, decimals: 2 })).toBe(expected);
  });
});
