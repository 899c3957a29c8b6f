import { describe, expect, it } from "vitest";
import { parseAmount } from "./parse-amount.ts";

describe("parseAmount", () => {
  it.each([
    ["1200", 2, 120_000],
    ["1,200.5", 2, 120_050],
    ["1，200.55", 2, 120_055],
    ["-3.50", 2, -350],
    ["\u22123.50", 2, -350],
    ["-0", 2, 0],
    ["7", 0, 7],
    ["", 2, undefined],
    ["  ", 2, undefined],
    ["1.234", 2, null],
    ["1.5", 0, null],
    ["abc", 2, null],
    ["1e5", 2, null],
    ["99999999999999999", 2, null],
  ])("reads %j with %i decimals as %j", (text, decimals, minor) => {
    expect(parseAmount(text, decimals)).toBe(minor);
  });
});
