import { describe, expect, it } from "vitest";
import { decideDecimal } from "./amount-style.ts";
import { readAmount } from "./read-amount.ts";

const point = { decimal: ".", unitDigits: 0 } as const;
const comma = { decimal: ",", unitDigits: 0 } as const;

describe("readAmount", () => {
  it.each([
    ["5000", 500_000],
    ["1054.11", 105_411],
    ["882.5", 88_250],
    [".5", 50],
    ["-0.00", 0],
    ["-12.30", -1_230],
    ["12.30-", -1_230],
    ["(12.30)", -1_230],
    ["£(1,234.50)", -123_450],
    ["-£1,234.50", -123_450],
    ["£ 1 234.50", 123_450],
    ["1\u00a0234\u00a0567.89", 123_456_789],
    ["1'234.50", 123_450],
    ["1,0000.00", 1_000_000],
    ["¥１，２３４．５０", 123_450],
    ["1,23,456.78", 12_345_678],
    ["₹ 12,34,56,789", 12_345_678_900],
    ["١٬٢٣٤٫٥٠", 123_450],
    ["۱۲۳٫۵", 12_350],
    ["१,२३,४५६.७८", 12_345_678],
    ["1,234.50元", 123_450],
    ["1234.50 GBP", 123_450],
    ["12.30 CR", -1_230],
    ["12.30 DR", 1_230],
    ["\u221212.30", -1_230],
    ["12.3400", 1_234],
    ["-", 0],
    ["10995116277.75", 2 ** 40 - 1],
  ])("reads %j with a decimal point as %d", (cell, minor) => expect(readAmount(cell, point)).toBe(minor));

  it.each([
    ["1.234,50", 123_450],
    ["1234,5", 123_450],
    ["1.234", 123_400],
    ["-1.234.567,89", -123_456_789],
  ])("reads %j with a decimal comma as %d", (cell, minor) => expect(readAmount(cell, comma)).toBe(minor));

  it("reads ten thousands and thousands without fractions", () => {
    expect(readAmount("12.345678", { decimal: ".", unitDigits: 4 })).toBe(12_345_678);
    expect(readAmount("12.345", { decimal: ".", unitDigits: 3 })).toBe(1_234_500);
    expect(readAmount("12.3456789", { decimal: ".", unitDigits: 4 })).toBe("AMOUNT_TOO_PRECISE");
  });

  it.each([
    ["", "AMOUNT_MISSING"],
    ["  ", "AMOUNT_MISSING"],
    ["n/a", "AMOUNT_UNREADABLE"],
    ["1.2.3", "AMOUNT_UNREADABLE"],
    ["1,23,4.00", "AMOUNT_UNREADABLE"],
    ["--5", "AMOUNT_UNREADABLE"],
    ["(-5)", "AMOUNT_UNREADABLE"],
    ["£", "AMOUNT_UNREADABLE"],
    [".", "AMOUNT_UNREADABLE"],
    ["1.2345E+5", "AMOUNT_SCIENTIFIC"],
    ["1e3", "AMOUNT_SCIENTIFIC"],
    ["12.345", "AMOUNT_TOO_PRECISE"],
    ["12.3456", "AMOUNT_TOO_PRECISE"],
    ["10995116277.76", "AMOUNT_TOO_LARGE"],
    ["9".repeat(400), "AMOUNT_TOO_LARGE"],
  ])("refuses %j as %s", (cell, defect) => expect(readAmount(cell, point)).toBe(defect));
});

describe("decideDecimal", () => {
  it("lets the whole column decide what 1,234 means", () => {
    expect(decideDecimal(["1,234", "12.50"])).toMatchObject({ decided: true, decimal: "." });
    expect(decideDecimal(["1.234", "12,50"])).toMatchObject({ decided: true, decimal: "," });
    expect(decideDecimal(["1,234", "5"])).toMatchObject({ decided: true, decimal: "." });
  });

  it("asks where only 1.234 is seen, or where both styles are", () => {
    expect(decideDecimal(["1.234", "5"])).toMatchObject({ decided: false, examples: ["1.234"] });
    expect(decideDecimal(["1,5", "1.5"])).toMatchObject({ decided: false });
  });
});
