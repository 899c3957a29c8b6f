import { describe, expect, it } from "vitest";
import { sqlJson } from "./sql-json.ts";

describe("JSON for a column", () => {
  it.each([
    ["plain", { a: ["卢", 1, true, null] }, '{"a":["卢",1,true,null]}'],
    ["with NUL", { a: ["x\u0000y", { b: "\u0000" }] }, '{"a":["xy",{"b":""}]}'],
    ["with half a pair", { a: "\ud842!" }, '{"a":"\ufffd!"}'],
    ["with what only looks like it", { a: "\\u0000\u0001" }, '{"a":"\\\\u0000\\u0001"}'],
  ])("%s", (_, value, text) => expect(sqlJson(value)).toBe(text));
});
