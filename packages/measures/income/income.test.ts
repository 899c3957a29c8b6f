import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { type FormulaKind, findFormulaFault, type IncomeFormula } from "./formula.ts";
import { formulaText } from "./formula-text.ts";
import { isBelowLine, type NetIncome, netIncome } from "./net-income.ts";

const kind = (name: string, en: string, zh: string): FormulaKind => ({ kind: name, words: { en, zh } });
const formula: IncomeFormula = {
  adds: [
    kind("wages", "wages", "务工收入"),
    kind("farming", "farming", "种养经营"),
    kind("pensions", "pensions", "养老金和补贴"),
    kind("land", "land rent", "土地流转"),
  ],
  deducts: [
    kind("medical", "medical", "看病"),
    kind("school", "school", "上学"),
    kind("farmCost", "farming costs", "种养成本"),
  ],
};
const household = [
  { kind: "wages", fen: 2_860_000 },
  { kind: "farming", fen: 984_000 },
  { kind: "pensions", fen: 732_000 },
  { kind: "land", fen: 120_000 },
  { kind: "medical", fen: 3_145_000 },
  { kind: "farmCost", fen: 412_000 },
  { kind: "living", fen: 1_590_000 },
];

function income(amounts: readonly { kind: string; fen: number }[], people: number): NetIncome {
  const found = netIncome(formula, { amounts, people });
  if (found === "NO_PEOPLE") throw new Error("the test's household has people");
  return found;
}

describe("netIncome", () => {
  it("gives the line that a household's page shows", () => {
    const found = income(household, 4);
    expect(found).toMatchObject({
      incomeFen: 4_696_000,
      netFen: 1_139_000,
      perPersonFen: 284_750,
      leftOut: ["living"],
    });
    expect(formulaText(found)).toEqual({
      zh: "（46,960.00 − 看病 31,450.00 − 种养成本 4,120.00）÷ 4 人 ＝ 2,847.50 元",
      en: "(46,960.00 − medical 31,450.00 − farming costs 4,120.00) ÷ 4 people = 2,847.50 yuan",
    });
  });

  it.each([
    [[], 1, 0, true, "0.00 ÷ 1 人 ＝ 0.00 元"],
    [[{ kind: "wages", fen: 100 }], 3, 33, false, "1.00 ÷ 3 人 ≈ 0.33 元"],
    [[{ kind: "wages", fen: 1 }], 2, 1, false, "0.01 ÷ 2 人 ≈ 0.01 元"],
    [[{ kind: "medical", fen: 1 }], 2, 0, false, "（0.00 − 看病 0.01）÷ 2 人 ≈ 0.00 元"],
    [[{ kind: "medical", fen: 3 }], 2, -1, false, "（0.00 − 看病 0.03）÷ 2 人 ≈ −0.01 元"],
    [
      [{ kind: "medical", fen: 123_456_700 }],
      1,
      -123_456_700,
      true,
      "（0.00 − 看病 1,234,567.00）÷ 1 人 ＝ −1,234,567.00 元",
    ],
    [
      [
        { kind: "wages", fen: 50 },
        { kind: "wages", fen: 50 },
      ],
      1,
      100,
      true,
      "1.00 ÷ 1 人 ＝ 1.00 元",
    ],
  ])("of %j for %i is %i fen, exact: %s", (amounts, people, perPersonFen, isExact, zh) => {
    const found = income(amounts, people);
    expect([found.perPersonFen, found.isExact, formulaText(found).zh]).toEqual([perPersonFen, isExact, zh]);
  });

  it("has no answer for a household without people", () => {
    expect(netIncome(formula, { amounts: household, people: 0 })).toBe("NO_PEOPLE");
  });

  it.each([
    [[{ kind: "wages", fen: -1 }], 1],
    [[{ kind: "wages", fen: 0.5 }], 1],
    [
      [
        { kind: "wages", fen: Number.MAX_SAFE_INTEGER },
        { kind: "land", fen: 1 },
      ],
      1,
    ],
    [[], 1.5],
    [[], -1],
  ])("throws on amounts %j for %d people", (amounts, people) => {
    expect(() => netIncome(formula, { amounts, people })).toThrow(RangeError);
  });

  const seed = runSeed();
  it(`rounds by half a fen at most, and up where it is half (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < 2_000; round++) {
      const [people, wages, medical] = [1 + draw.below(9), draw.below(10_000), draw.below(10_000)];
      const { netFen, perPersonFen } = income(
        [
          { kind: "wages", fen: wages },
          { kind: "medical", fen: medical },
        ],
        people,
      );
      const twice = 2 * (perPersonFen * people - netFen);
      expect([wages, medical, twice <= people, twice > -people]).toEqual([wages, medical, true, true]);
    }
  });
});

describe("isBelowLine", () => {
  it("judges what was earned, not what was rounded", () => {
    const found = income([{ kind: "wages", fen: 2_999 }], 2);
    expect(found.perPersonFen).toBe(1_500);
    expect([isBelowLine(found, 1_500), isBelowLine(found, 1_499)]).toEqual([true, false]);
  });

  it("does not hold on the line itself", () => {
    expect(isBelowLine(income([{ kind: "wages", fen: 3_000 }], 2), 1_500)).toBe(false);
  });
});

describe("findFormulaFault", () => {
  it.each<[string, IncomeFormula, boolean]>([
    ["each kind once", formula, false],
    ["no income", { adds: [], deducts: formula.deducts }, true],
    ["one kind added and taken off", { adds: formula.adds, deducts: formula.adds.slice(0, 1) }, true],
  ])("of a formula with %s", (_, given, isFault) => {
    expect(findFormulaFault(given) !== undefined).toBe(isFault);
  });
});
