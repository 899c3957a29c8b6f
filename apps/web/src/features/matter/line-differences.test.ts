import { describe, expect, it } from "vitest";
import { lineDifferences } from "./line-differences.ts";

describe("lineDifferences", () => {
  it("says nothing of what stayed", () => {
    expect(lineDifferences(["a"], ["a"])).toEqual([{ text: "a", mark: "same" }]);
  });

  it("puts what is gone before what came", () => {
    expect(lineDifferences(["a", "b"], ["a", "c"])).toEqual([
      { text: "b", mark: "removed" },
      { text: "a", mark: "same" },
      { text: "c", mark: "added" },
    ]);
  });
});
