import { describe, expect, it } from "vitest";
import { addAmounts, amountMax, isPayableAmount, lineAmountFenMax } from "./money.ts";

describe("amounts", () => {
  it("add up exactly, up to the largest exact integer", () => {
    expect(addAmounts(1, 2)).toBe(3);
    expect(addAmounts(amountMax - 1, 1)).toBe(amountMax);
    expect(addAmounts(5, -5)).toBe(0);
  });

  it.each([
    [amountMax, 1],
    [-amountMax, -1],
    [0.5, 0.5],
    [amountMax + 1, -1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
  ])("%s and %s do not", (a, b) => {
    expect(() => addAmounts(a, b)).toThrow(RangeError);
  });

  it.each([
    [1, true],
    [lineAmountFenMax, true],
    [lineAmountFenMax + 1, false],
    [0, false],
    [-0, false],
    [-1, false],
    [1.5, false],
    [Number.NaN, false],
  ])("%s is payable: %s", (amount, payable) => {
    expect(isPayableAmount(amount)).toBe(payable);
  });
});
