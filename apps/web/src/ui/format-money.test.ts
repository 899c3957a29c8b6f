import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { bytesText, chartScale, moneyParts, moneyShort, moneyText, percentText, shortParts } from "./format-money.ts";

const cny = { code: "CNY", decimals: 2 };
const seed = runSeed();

describe("money as text", () => {
  it.each([
    [0, 2, "0.00"],
    [5, 2, "0.05"],
    [-5, 2, "\u22120.05"],
    [86_240_000, 2, "862,400.00"],
    [-123_456_789, 2, "\u22121,234,567.89"],
    [1_234, 0, "1,234"],
    [Number.MAX_SAFE_INTEGER, 2, "90,071,992,547,409.91"],
  ])("writes %i minor units with %i decimals as %s", (minor, decimals, text) => {
    expect(moneyText(minor, decimals)).toBe(text);
  });

  it("splits so that decimals can be quieter", () => {
    expect(moneyParts(-86_240_050, 2)).toEqual({ sign: "\u2212", whole: "862,400", decimals: ".50" });
  });

  it("shortens by each language's own steps", () => {
    expect(moneyShort(34_062_189_750, { currency: cny, language: "zh" })).toEqual({ figure: "3.406", scale: "亿" });
    expect(moneyShort(34_062_189_750, { currency: cny, language: "en" })).toEqual({
      figure: "340.6",
      scale: " million",
    });
    expect(moneyShort(64_680_000, { currency: cny, language: "zh" })).toEqual({ figure: "64.68", scale: "万" });
    expect(moneyShort(90_000_000, { currency: cny, language: "en" })).toEqual({ figure: "900", scale: "k" });
    expect(moneyShort(1_234_500_000_000, { currency: cny, language: "en" })).toEqual({
      figure: "12.345",
      scale: " billion",
    });
  });

  it(`means the amount that it shortens, within a twentieth (seed ${seed})`, () => {
    const worth = { 亿: 1e8, 万: 1e4, k: 1e3, " million": 1e6, " billion": 1e9, "": 1 } as Record<string, number>;
    const draw = random(seed);
    for (let round = 0; round < 500; round++) {
      const minor = draw.below(2 ** 31) * 10 ** draw.below(6);
      for (const language of ["zh", "en"] as const) {
        const { figure, scale } = moneyShort(minor, { currency: cny, language });
        const shown = Number(figure.replaceAll(",", "")) * (worth[scale] ?? Number.NaN) * 100;
        expect(Math.abs(shown - minor), `${minor} as ${figure}${scale}`).toBeLessThanOrEqual(minor / 20);
      }
    }
  });

  it("splits a total of a hundred thousand into thousands", () => {
    const shown = shortParts(90_000_000, [39_900_000, 50_100_000], { currency: cny, language: "en" });
    expect(shown).toEqual({ total: "900.0", parts: ["399.0", "501.0"], scale: "k" });
  });

  it(`rounds parts so that they add up as shown (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < 500; round++) {
      const paid = draw.below(2 ** 31) * 50;
      const left = draw.below(2 ** 31) * 50;
      for (const language of ["zh", "en"] as const) {
        const shown = shortParts(paid + left, [paid, left], { currency: cny, language });
        const digits = (text: string) => Number(text.replaceAll(/[.,]/g, "").replace("\u2212", "-"));
        expect(shown.parts.map(digits).reduce((sum, part) => sum + part, 0)).toBe(digits(shown.total));
      }
    }
  });

  it("says a chart's unit once", () => {
    expect(chartScale(733_770_000_00, { currency: cny, language: "zh" })).toEqual({ perMark: 1_000_000, unit: "万元" });
    expect(chartScale(5_000_000_00, { currency: { code: "GBP", decimals: 2 }, language: "en" }).unit).toBe(
      "£ thousand",
    );
    expect(chartScale(500_00, { currency: cny, language: "zh" })).toEqual({ perMark: 100, unit: "元" });
  });

  it("writes shares and sizes", () => {
    expect(percentText(701, 1_000, "zh")).toBe("70.1 %");
    expect(percentText(1, 3, "en")).toBe("33.3%");
    expect(percentText(0, 0, "zh")).toBe("0 %");
    expect([17, 1_230, 1_150_000].map(bytesText)).toEqual(["17 B", "1.2 KB", "1.1 MB"]);
  });
});
