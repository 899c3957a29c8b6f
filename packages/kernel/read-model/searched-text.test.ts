import { describe, expect, it } from "vitest";
import { pairsOf } from "./searched-text.ts";

describe("the pairs of a text", () => {
  it.each([
    ["", []],
    ["电", []],
    ["电梯", ["电梯"]],
    ["电梯电梯", ["电梯", "梯电"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["qs-2", ["qs", "s-", "-2"]],
  ])("%j", (text, pairs) => expect(pairsOf([text])).toEqual(pairs));
});
