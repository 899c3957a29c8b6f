import { describe, expect, it } from "vitest";
import { capitalAmount } from "./capital-amount.ts";

describe("an amount in capitals", () => {
  // The first five are the examples of the rules themselves.
  it.each([
    [140_950, "壹仟肆佰零玖元伍角整"],
    [600_714, "陆仟零柒元壹角肆分"],
    [168_032, "壹仟陆佰捌拾元零叁角贰分"],
    [10_700_053, "壹拾万柒仟元零伍角叁分"],
    [32_504, "叁佰贰拾伍元零肆分"],
    [0, "零元整"],
    [5, "伍分"],
    [50, "伍角整"],
    [100, "壹元整"],
    [1_000_000, "壹万元整"],
    [1_002_000, "壹万零贰拾元整"],
    [10_000_001_00, "壹仟万零壹元整"],
    [100_000_000_00, "壹亿元整"],
    [100_010_000_00, "壹亿零壹万元整"],
    [1_200_000_000_000_00, "壹万贰仟亿元整"],
    [1_000_000_000_000_00, "壹万亿元整"],
    [Number.MAX_SAFE_INTEGER, "玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"],
  ])("%d fen", (minor, words) => {
    expect(capitalAmount(minor)).toBe(words);
  });
});
