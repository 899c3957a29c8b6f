import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAddresses } from "./compare-addresses.ts";
import { compareBirths } from "./compare-births.ts";
import { compareIdentityNumbers } from "./compare-identity-numbers.ts";
import { comparePhones, readPhone } from "./compare-phones.ts";
import { compareVillages } from "./compare-villages.ts";
import { readAddress } from "./read-address.ts";
import { readBirth } from "./read-birth.ts";
import { checkCharacterOf, readIdentityNumber } from "./read-identity-number.ts";

const number = `33990119800315001${checkCharacterOf("33990119800315001")}`;
const digits = fc.integer({ min: 0, max: 999_999_999 }).map((tail) => `33990119${String(tail).padStart(9, "0")}`);

describe("two identity numbers", () => {
  const compare = (a: string, b: string) => compareIdentityNumbers(readIdentityNumber(a), readIdentityNumber(b));

  it.each([
    [number, ` ${number.toLowerCase()} `, "same"],
    [number, "339901800315001", "sameOldAndNew"],
    [number, number.replace("0315", "0316"), "oneDigit"],
    [number, number.replace("0315", "0351"), "transposed"],
    [number, "339901800315002", "oldOneDigit"],
    [number, `33990119800315002${checkCharacterOf("33990119800315002")}`, "differ"],
    [number, "339902198112310029", "differUnchecked"],
    [number, "", undefined],
    [number, "无", undefined],
    [number, "111111111111111111", undefined],
  ])("%s and %s: %s", (a, b, level) => {
    expect(compare(a, b)).toBe(level);
    expect(compare(b, a)).toBe(level);
  });

  it("with right check characters are never one slip apart", () => {
    fc.assert(
      fc.property(digits, fc.nat(16), fc.nat(9), (body, place, digit) => {
        const other = body.slice(0, place) + digit + body.slice(place + 1);
        const [one, two] = [body, other].map((text) => text + checkCharacterOf(text));
        fc.pre(one !== two && place > 0);
        expect(compare(one ?? "", two ?? "")).toBe("differ");
      }),
    );
  });
});

describe("two dates of birth", () => {
  it.each([
    ["1980-03-15", "19800315", "same"],
    ["1980-01-01", "1980-1-1", "sameFirstOfYear"],
    ["1980-03-15", "1980年3月", "sameMonth"],
    ["1980-03-15", "1980", "sameYear"],
    ["1980-03-12", "1980-12-03", "swapped"],
    ["1980-03-15", "1980-03-27", "dayDiffers"],
    ["1980-03-15", "1980-03-14", "oneDigit"],
    ["1980-03-15", "1981-03-15", "oneDigit"],
    ["1980-03-15", "1980-11-27", "yearOnly"],
    ["1980-03-15", "1975-11-27", "differ"],
    ["1980-03-15", "", undefined],
    ["1980-03-15", "不详", undefined],
  ])("%s and %s: %s", (a, b, level) => {
    expect(compareBirths(readBirth(a, undefined), readBirth(b, undefined))).toBe(level);
    expect(compareBirths(readBirth(b, undefined), readBirth(a, undefined))).toBe(level);
  });

  it("are read out of the identity number where the register has none", () => {
    expect(readBirth("", readIdentityNumber(number))).toEqual({ year: 1980, month: 3, day: 15, isFromNumber: true });
  });
});

describe("two places", () => {
  it.each([
    ["3组12号", "三组十二号", "same"],
    ["3组12号", "第3村民小组 12号", "similar"],
    ["东风路3组12号", "东风路3组12号院", "similar"],
    ["3组12号", "3组13号", "differ"],
    ["河东", "山上人家", "differ"],
    ["", "3组12号", undefined],
  ])("houses %s and %s: %s", (a, b, level) => {
    expect(compareAddresses(readAddress(a), readAddress(b))).toBe(level);
    expect(compareAddresses(readAddress(b), readAddress(a))).toBe(level);
  });

  it.each([
    ["339901100200", "339901100200", "same"],
    ["339901100200", "339901100201", "sameTownship"],
    ["339901100200", "339901101200", "differ"],
    [undefined, "339901101200", undefined],
  ])("villages %s and %s: %s", (a, b, level) => expect(compareVillages(a, b)).toBe(level));
});

describe("two telephones", () => {
  it.each([
    ["+86 139 0000 1234", "13900001234", "same"],
    ["13900001234", "13900001235", "oneDigit"],
    ["13900001234", "13911111234", "differ"],
    ["13900001234", "00000000000", undefined],
    ["13900001234", "12", undefined],
  ])("%s and %s: %s", (a, b, level) => expect(comparePhones(readPhone(a), readPhone(b))).toBe(level));
});
