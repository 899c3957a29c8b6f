import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { basisPointsOf, compareShares } from "../share.ts";
import { measureGroups } from "./measure-groups.ts";
import { type CountedRow, measurePoverty } from "./measure-poverty.ts";
import { type CountingPlan, findPlanFault } from "./plan.ts";

/*
 * The example with which Alkire and Foster teach the method. Four persons; income, schooling, health, insurance:
 *
 *   13.1  14  4  1        deprived where below      0 0 0 0   c = 0
 *   15.2   7  5  0        13  12  3  1              0 1 0 1   c = 2
 *   12.5  10  1  0                                  1 1 1 1   c = 4
 *   20.0  11  3  1                                  0 1 0 0   c = 1
 *
 * Equal weights of 1/4 and k = 2/4: the second and the third are poor. H = 2/4, A = (2/4 + 4/4)/2 = 3/4,
 * M0 = 3/8 = 6 of 16 deprivations. The fourth's schooling is censored: 3/4 of people are deprived in it, 2/4 and poor.
 * Contributions (1/4 · censored ÷ 3/8): 1/6, 2/6, 1/6, 2/6.
 */
const taught: CountingPlan = {
  indicators: ["income", "schooling", "health", "insurance"].map((id) => ({ id, weight: 2_500 })),
  cutoff: 5_000,
};
const fourPersons = [
  { id: "1", people: 1, deprived: [false, false, false, false] },
  { id: "2", people: 1, deprived: [false, true, false, true] },
  { id: "3", people: 1, deprived: [true, true, true, true] },
  { id: "4", people: 1, deprived: [false, true, false, false] },
];

describe("measurePoverty", () => {
  it("gives the figures of the taught example", () => {
    const found = measurePoverty(taught, fourPersons);
    expect(found.poorIds).toEqual(["2", "3"]);
    expect([found.headcount, found.intensity, found.adjusted].map((share) => share && basisPointsOf(share))).toEqual([
      5_000, 7_500, 3_750,
    ]);
    const parts = found.indicators.map(({ uncensored, censored }) => [uncensored.part, censored.part, censored.whole]);
    expect(parts).toEqual([
      [1, 1, 4],
      [3, 2, 4],
      [1, 1, 4],
      [2, 2, 4],
    ]);
    for (const [at, sixths] of [1, 2, 1, 2].entries()) {
      const contribution = found.indicators[at]?.contribution;
      expect(contribution && compareShares(contribution, { part: sixths, whole: 6 })).toBe(0);
    }
  });

  it.each([
    [2_500, ["2", "3", "4"]],
    [2_501, ["2", "3"]],
    [10_000, ["3"]],
  ])("with cut-off %i calls %j poor", (cutoff, poor) => {
    expect(measurePoverty({ ...taught, cutoff }, fourPersons).poorIds).toEqual(poor);
  });

  it("counts the people of a household, not households", () => {
    const rows = fourPersons.map((row) => (row.id === "3" ? { ...row, people: 5 } : row));
    expect(measurePoverty(taught, rows)).toMatchObject({ people: 8, poor: 6, headcount: { part: 6, whole: 8 } });
  });

  it("has no intensity and no contributions where nobody is poor", () => {
    const found = measurePoverty(taught, fourPersons.slice(0, 1));
    expect([found.intensity, found.adjusted.part, found.indicators[0]?.contribution]).toEqual([
      undefined,
      0,
      undefined,
    ]);
  });

  it.each<[string, CountingPlan, readonly CountedRow[]]>([
    ["weights that add up to less", { ...taught, indicators: taught.indicators.slice(1) }, fourPersons],
    ["a row with an answer too few", taught, [{ id: "1", people: 1, deprived: [true] }]],
    ["a part of a person", taught, [{ id: "1", people: 0.5, deprived: [true, true, true, true] }]],
    ["nobody", taught, []],
  ])("throws on %s", (_, plan, rows) => {
    expect(() => measurePoverty(plan, rows)).toThrow(RangeError);
  });
});

describe("findPlanFault", () => {
  it.each<[string, CountingPlan]>([
    ["no indicators", { indicators: [], cutoff: 1 }],
    ["an indicator twice", { indicators: ["a", "a"].map((id) => ({ id, weight: 5_000 })), cutoff: 1 }],
    [
      "a weight of nothing",
      {
        indicators: [
          { id: "a", weight: 10_000 },
          { id: "b", weight: 0 },
        ],
        cutoff: 1,
      },
    ],
    [
      "a part of a basis point",
      {
        indicators: [
          { id: "a", weight: 9_999.5 },
          { id: "b", weight: 0.5 },
        ],
        cutoff: 1,
      },
    ],
    ["a sum above all", { indicators: [{ id: "a", weight: 10_001 }], cutoff: 1 }],
    ["a cut-off that all reach", { ...taught, cutoff: 0 }],
    ["a cut-off that nobody reaches", { ...taught, cutoff: 10_001 }],
  ])("finds %s", (_, plan) => {
    expect(findPlanFault(plan)).toBeDefined();
  });
});

interface Society {
  readonly plan: CountingPlan;
  readonly rows: readonly (CountedRow & { readonly group: string })[];
}

function drawSociety(draw: Random): Society {
  const count = 1 + draw.below(6);
  const weights = Array.from({ length: count }, () => 1 + draw.below(1_000));
  const rest = 10_000 - weights.slice(1).reduce((sum, weight) => sum + weight, 0);
  const indicators = weights.map((weight, at) => ({ id: `indicator ${at}`, weight: at === 0 ? rest : weight }));
  const rows = Array.from({ length: 1 + draw.below(30) }, (_, at) => ({
    id: `H${at}`,
    people: 1 + draw.below(7),
    deprived: indicators.map(() => draw.chance(1, 2)),
    group: `village ${draw.below(4)}`,
  }));
  return { plan: { indicators, cutoff: 1 + draw.below(10_000) }, rows };
}

describe("the adjusted headcount ratio", () => {
  const seed = runSeed();
  const rounds = deepCount(300, 20_000);
  const each = (judge: (society: Society, draw: Random) => void) => {
    const draw = random(seed);
    for (let round = 0; round < rounds; round++) judge(drawSociety(draw), draw);
  };

  it(`is H × A exactly (seed ${seed})`, () => {
    each(({ plan, rows }) => {
      const { headcount, intensity, adjusted } = measurePoverty(plan, rows);
      if (intensity === undefined) return expect(adjusted.part).toBe(0);
      const product = BigInt(headcount.part) * BigInt(intensity.part) * BigInt(adjusted.whole);
      expect(product).toBe(BigInt(adjusted.part) * BigInt(headcount.whole) * BigInt(intensity.whole));
    });
  });

  it(`is made up of its indicators: contributions are 100 % in all (seed ${seed})`, () => {
    each(({ plan, rows }) => {
      const { indicators, deprivation } = measurePoverty(plan, rows);
      const sum = indicators.reduce((total, { contribution }) => total + (contribution?.part ?? 0), 0);
      expect(sum).toBe(deprivation);
      expect(indicators.every(({ contribution }) => (contribution?.whole ?? 0) === deprivation)).toBe(true);
    });
  });

  it(`is the mean of its groups, weighted by people (seed ${seed})`, () => {
    each(({ plan, rows }) => {
      const { all, groups } = measureGroups(plan, rows);
      expect(groups.reduce((sum, { adjusted }) => sum + adjusted.part, 0)).toBe(all.adjusted.part);
      expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(all.people);
      expect(groups.reduce((sum, { contribution }) => sum + (contribution?.part ?? 0), 0)).toBe(all.deprivation);
      expect(groups.flatMap(({ poorIds }) => poorIds).sort()).toEqual([...all.poorIds].sort());
    });
  });

  it(`never falls when somebody is deprived of more (seed ${seed})`, () => {
    each(({ plan, rows }, draw) => {
      const [row, indicator] = [draw.below(rows.length), draw.below(plan.indicators.length)];
      const worse = rows.map((one, at) =>
        at === row ? { ...one, deprived: one.deprived.map((is, which) => is || which === indicator) } : one,
      );
      const [before, after] = [measurePoverty(plan, rows), measurePoverty(plan, worse)];
      expect(compareShares(after.adjusted, before.adjusted)).toBeGreaterThanOrEqual(0);
    });
  });

  it(`does not change with the order of people (seed ${seed})`, () => {
    each(({ plan, rows }) => {
      expect(measurePoverty(plan, rows.toReversed()).adjusted).toEqual(measurePoverty(plan, rows).adjusted);
    });
  });
});
