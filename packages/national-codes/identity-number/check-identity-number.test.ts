import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../fault.ts";
import { checkIdentityNumber } from "./check-identity-number.ts";
import { identityCheckDigit } from "./identity-check-digit.ts";
import { maskIdentityNumber } from "./mask-identity-number.ts";

const seed = runSeed();
const whole = (digits17: string) => digits17 + identityCheckDigit(digits17);
const sample = whole("33990119650312043");

describe("checkIdentityNumber", () => {
  it(`reads what any valid number says (seed ${seed})`, () => {
    const source = random(seed);
    for (let round = 0; round < deepCount(2_000, 200_000); round++) {
      const birth = new Date(Date.UTC(1900 + source.below(126), source.below(12), 1 + source.below(31)));
      const day = birth.toISOString().slice(0, 10);
      const order = source.below(1_000);
      const number = whole(`339901${day.replaceAll("-", "")}${String(order).padStart(3, "0")}`);
      const sex = order % 2 === 1 ? "1" : "2";
      expect(checkIdentityNumber(number)).toEqual({
        number,
        kind: "citizen",
        division6: "339901",
        birth: day,
        sex,
        notes: [],
      });
    }
  });

  it.each([
    ["", "EMPTY", "没有填身份证号"],
    ["　 ", "EMPTY", "没有填身份证号"],
    [sample.slice(0, 17), "TOO_SHORT", "身份证号少 1 位，只有 17 位"],
    [sample.slice(0, 14), "TOO_SHORT", "身份证号少 4 位，只有 14 位"],
    [`${sample.slice(0, 16)}X`, "TOO_SHORT", "身份证号少 1 位，只有 17 位"],
    [`${sample.slice(0, 14)}X`, "TOO_SHORT", "身份证号少 3 位，只有 15 位"],
    ["X", "TOO_SHORT", "身份证号少 17 位，只有 1 位"],
    [`${sample}00`, "TOO_LONG", "身份证号多 2 位，有 20 位"],
    ["3.39901E+17", "NOTATION", "“3.39901E+17”是电子表格的科学计数，末几位已丢失，请按证件重录"],
    [sample.replace("0", "O"), "CHARACTER", "身份证号第 5 位是“O”，应为数字"],
    [`${sample.slice(0, 9)}X${sample.slice(10)}`, "CHARACTER", "身份证号第 10 位是“X”，应为数字"],
    [`𠮷${sample}`, "CHARACTER", "身份证号第 1 位是“𠮷”，应为数字"],
    ["339901-1965-0312", "CHARACTER", "身份证号第 7 位是“-”，应为数字"],
    [whole("99990119650312043"), "PROVINCE", "开头 99 不是省级区划代码"],
    [whole("81010119650312043"), "PROVINCE", "开头 810101 不是省级区划代码"],
    [whole("33990119990230043"), "BIRTH_DATE", "出生日期 19990230 不存在"],
    [whole("33990119000229043"), "BIRTH_DATE", "出生日期 19000229 不存在"],
    [whole("33990119651301043"), "BIRTH_DATE", "出生日期 19651301 不存在"],
    [whole("33990110650312043"), "BIRTH_TOO_EARLY", "出生年份 1065 太早"],
    [whole("33990120990312043"), "BIRTH_LATER", "出生日期 20990312 晚于 20261122"],
    ["339901650230043", "BIRTH_DATE", "出生日期 19650230 不存在"],
  ])("says of %o: %s", (text, fault, zh) => {
    expect(checkIdentityNumber(text, "2026-11-22")).toMatchObject({ fault, zh });
  });

  it(`answers to any text, and finds nothing more to mend in its own answer (seed ${seed})`, () => {
    const digits = fc.stringMatching(/^ ?[0-9０-９xX' ]{14,19}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), digits), (text) => {
        const answer = checkIdentityNumber(text);
        if (isFault(answer)) expect(answer.zh + answer.en).not.toMatch(/\{(position|length|missing|expected)\}/);
        else expect(checkIdentityNumber(answer.number)).toEqual({ ...answer, notes: [] });
      }),
      { seed, numRuns: deepCount(2_000, 100_000) },
    );
  });

  it("counts a text that is far too long and reads no further", () => {
    expect(checkIdentityNumber("3".repeat(1_000_000))).toMatchObject({ zh: "身份证号多 999982 位，有 1000000 位" });
  });

  it("says which check digit belongs there", () => {
    const expected = sample.charAt(17);
    const found = expected === "3" ? "4" : "3";
    const answer = checkIdentityNumber(sample.slice(0, 17) + found);
    expect(answer).toMatchObject({
      fault: "CHECK_DIGIT",
      values: { expected, found },
      zh: `校验位应为 ${expected}，表里是 ${found}`,
      en: `The check digit should be ${expected}; it is ${found}.`,
    });
  });

  it("says that a spreadsheet rounded a number, and takes one that ends in 000 by right", () => {
    expect(checkIdentityNumber("339901196503120000")).toMatchObject({ fault: "ROUNDED" });
    const byRight = Array.from({ length: 100 }, (_, n) => whole(`3399011965031${String(n).padStart(2, "0")}00`));
    expect(
      byRight.filter((number) => number.endsWith("000")).map((number) => isFault(checkIdentityNumber(number))),
    ).toEqual(Array.from({ length: 9 }, () => false));
  });

  it.each([
    [`'${sample}`, ["QUOTE"]],
    [`${sample.slice(0, 6)} ${sample.slice(6, 14)}　${sample.slice(14)}`, ["SPACES"]],
    [[...sample].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(""), ["FULL_WIDTH"]],
    [`\ufeff${sample}\n`, ["SPACES"]],
  ])("reads %o and notes how it was written", (text, notes) => {
    expect(checkIdentityNumber(text)).toMatchObject({ number: sample, notes });
  });

  it("reads a small or full-width x", () => {
    const number = "11010519491231002X";
    expect(checkIdentityNumber(number.toLowerCase())).toMatchObject({ number, notes: ["LOWER_CASE"] });
    expect(checkIdentityNumber("11010519491231002ｘ")).toMatchObject({ number, notes: ["FULL_WIDTH", "LOWER_CASE"] });
  });

  it.each([
    ["339901650312043", "1965-03-12", "1"],
    ["339901000229042", undefined, undefined],
    ["339901120229042", "1912-02-29", "2"],
    ["339901981231998", "1898-12-31", "2"],
  ])("writes the old number %s with 18 digits", (text, birth, sex) => {
    const answer = checkIdentityNumber(text);
    if (birth === undefined) return expect(answer).toMatchObject({ fault: "BIRTH_DATE" });
    expect(answer).toMatchObject({ birth, sex, division6: "339901", notes: ["FIFTEEN_DIGITS"] });
  });

  it.each([
    ["810000", "hong-kong"],
    ["820000", "macao"],
    ["830000", "taiwan"],
    ["710101", "citizen"],
  ])("reads a number of %s as %s", (division6, kind) => {
    expect(checkIdentityNumber(whole(`${division6}19800704012`))).toMatchObject({ kind, division6 });
  });
});

describe("maskIdentityNumber", () => {
  it.each([
    ["339901196503120437", "3399**********0437"],
    ["339901650312043", "3399*******2043"],
    ["33990119650", "***********"],
    ["𠮷".repeat(12), "𠮷𠮷𠮷𠮷****𠮷𠮷𠮷𠮷"],
    ["", ""],
  ])("shows %s as %s", (number, masked) => {
    expect(maskIdentityNumber(number)).toBe(masked);
  });
});
