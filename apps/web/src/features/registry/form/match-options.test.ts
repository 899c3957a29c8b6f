import { describe, expect, it } from "vitest";
import { getField, optionsOf } from "../form-words.ts";
import { matchOptions } from "./match-options.ts";

const relations = optionsOf(getField("person", "relation"));

describe("answers by typing", () => {
  it.each([
    ["01", "户主"],
    ["妻子", "配偶"],
    ["孙女", "孙女"],
    ["grand", "孙子"],
    ["儿", "子"],
  ])("finds for %s first %s", (typed, zh) => {
    expect(matchOptions(relations, typed)[0]?.zh).toBe(zh);
  });

  it("finds all for nothing, and none for what nobody says", () => {
    expect(matchOptions(relations, " ")).toEqual(relations);
    expect(matchOptions(relations, "qqq")).toEqual([]);
  });
});
