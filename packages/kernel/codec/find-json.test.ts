import { describe, expect, it } from "vitest";
import { utf8 } from "./bytes.ts";
import { findJson } from "./find-json.ts";

describe("JSON that comes from outside", () => {
  it.each([
    ['{"a":[1,"二"]}', { a: [1, "二"] }],
    ["null", null],
    ["", undefined],
    ["{", undefined],
    ["{}{}", undefined],
  ])("says what it says: %j", (text, said) => {
    expect([findJson(text), findJson(utf8(text))]).toEqual([said, said]);
  });
});
