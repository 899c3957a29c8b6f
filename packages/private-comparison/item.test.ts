import { describe, expect, it } from "vitest";
import { type ItemKind, isItem, itemBytes, itemKinds } from "./item.ts";

describe("itemBytes", () => {
  it.each<[ItemKind, string, boolean]>([
    ["identityNumber", "339901196001010437", true],
    ["identityNumber", "33990119600101043X", true],
    ["identityNumber", "33990119600101043x", false],
    ["identityNumber", " 339901196001010437", false],
    ["identityNumber", "339901600101043", false],
    ["identityNumber", "３39901196001010437", false],
    ["creditCode", "91339901MA0000000Q", true],
    ["creditCode", "91339901MA000000OQ", false],
  ])("of %s %s: spelt as both sides spell it is %s", (kind, text, isSpelt) => {
    expect(isItem(kind, text)).toBe(isSpelt);
    if (!isSpelt) expect(() => itemBytes(kind, text)).toThrow(RangeError);
  });

  it("of one text differ by kind", () => {
    const text = "339901196001010437";
    const kinds = Object.keys(itemKinds).filter((kind): kind is ItemKind => kind in itemKinds);
    expect(new Set(kinds.map((kind) => itemBytes(kind, text).join())).size).toBe(kinds.length);
  });
});
