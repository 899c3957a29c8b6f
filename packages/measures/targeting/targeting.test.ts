import { describe, expect, it } from "vitest";
import { compareTargeting } from "./compare-targeting.ts";
import { type ScoreRule, scoreHousehold } from "./score-household.ts";
import { targetingErrors } from "./targeting-errors.ts";

const rule: ScoreRule = {
  base: 100,
  terms: [
    { indicator: "dependants", points: 15 },
    { indicator: "earthFloor", points: 20 },
    { indicator: "vehicle", points: -60 },
  ],
  threshold: 130,
};

describe("scoreHousehold", () => {
  it.each([
    [{ dependants: 2, earthFloor: 0, vehicle: 0 }, 130, true],
    [{ dependants: 1, earthFloor: 0, vehicle: 0 }, 115, false],
    [{ dependants: 3, earthFloor: 1, vehicle: 1 }, 105, false],
    [{ dependants: 0, earthFloor: 0, vehicle: 2 }, -20, false],
  ])("of %j is %i, included: %s", (values, score, isIncluded) => {
    const found = scoreHousehold(rule, values);
    expect(found).toMatchObject({ score, isIncluded });
    const parts = "parts" in found ? found.parts.reduce((sum, { points }) => sum + points, rule.base) : undefined;
    expect(parts).toBe(score);
  });

  it("names what is not known instead of counting it as absent", () => {
    expect(scoreHousehold(rule, { earthFloor: 1 })).toEqual({ missing: ["dependants", "vehicle"] });
  });

  it.each([
    ["a part of a point", { ...rule, base: 0.5 }],
    ["more than integers hold", { ...rule, base: Number.MAX_SAFE_INTEGER }],
  ])("throws on %s", (_, given) => {
    expect(() => scoreHousehold(given, { dependants: 2, earthFloor: 1, vehicle: 0 })).toThrow(RangeError);
  });
});

describe("targetingErrors", () => {
  it("says who is reached, missed and leaked", () => {
    const rows = ["TTa", "TFb", "FTc", "FTd", "FFe", "TTf"].map(([included, need, id]) => ({
      id: id ?? "",
      isIncluded: included === "T",
      isInNeed: need === "T",
    }));
    expect(targetingErrors(rows)).toEqual({
      reached: ["a", "f"],
      missed: ["c", "d"],
      leaked: ["b"],
      rightlyOut: ["e"],
      exclusionError: { part: 2, whole: 4 },
      inclusionError: { part: 1, whole: 3 },
    });
  });

  it("has no errors to tell where nobody is included and nobody in need", () => {
    const found = targetingErrors([{ id: "a", isIncluded: false, isInNeed: false }]);
    expect([found.exclusionError, found.inclusionError]).toEqual([undefined, undefined]);
  });
});

describe("compareTargeting", () => {
  it("puts every row into exactly one of four, in their order", () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({ id: `H${at}`, at }));
    const found = compareTargeting(
      rows,
      ({ at }) => at % 2 === 0,
      ({ at }) => at % 3 === 0,
    );
    expect(found).toEqual({
      both: ["H0", "H6"],
      onlyA: ["H2", "H4", "H8", "H10"],
      onlyB: ["H3", "H9"],
      neither: ["H1", "H5", "H7", "H11"],
    });
  });

  it("of a rule with itself differs nowhere", () => {
    const rows = [{ id: "a" }, { id: "b" }];
    const same = ({ id }: { id: string }) => id === "a";
    expect(compareTargeting(rows, same, same)).toEqual({ both: ["a"], onlyA: [], onlyB: [], neither: ["b"] });
  });
});
