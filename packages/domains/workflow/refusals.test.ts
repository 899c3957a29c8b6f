import { describe, expect, it } from "vitest";
import { workflowRefusals } from "./refusals.ts";

describe("refusals", () => {
  it("keep all numbers apart, within 500 to 599, with both languages naming the same details", () => {
    const declared = Object.values(workflowRefusals);
    expect(new Set(declared.map(({ number }) => number)).size).toBe(declared.length);
    for (const { number, en, zh } of declared) {
      expect(number >= 500 && number <= 599).toBe(true);
      const names = (text: string) => new Set(text.match(/\{\w+\}/g));
      expect(names(en).isSupersetOf(names(zh)), zh).toBe(true);
    }
  });
});
