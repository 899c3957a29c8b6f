import { describe, expect, it } from "vitest";
import { postsRefusals } from "./refusals.ts";

describe("refusals", () => {
  it("keep all numbers apart, within 1500 to 1599, with both languages naming the same details", () => {
    const declared = Object.values(postsRefusals);
    expect(new Set(declared.map(({ number }) => number)).size).toBe(declared.length);
    for (const { number, en, zh } of declared) {
      expect(number >= 1500 && number <= 1599).toBe(true);
      const names = (text: string) => new Set(text.match(/\{\w+\}/g));
      expect(names(en).isSupersetOf(names(zh)), zh).toBe(true);
    }
  });
});
