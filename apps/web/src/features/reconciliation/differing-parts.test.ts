import { describe, expect, it } from "vitest";
import { differingParts } from "./differing-parts.ts";

describe("the parts in which amounts differ", () => {
  it.each([
    ["32,190.00", "32,910.00", "32,[19]0.00"],
    ["100.00", "100.00", "100.00"],
    ["1,100.00", "100.00", "[1,]100.00"],
    ["5.00", "1,105.00", "5.00"],
    ["−5.00", "5.00", "[−]5.00"],
  ])("of %s beside %s are %s", (text, other, marked) => {
    const parts = differingParts(text, other);
    expect(parts.map((part) => (part.differs ? `[${part.text}]` : part.text)).join("")).toBe(marked);
  });
});
