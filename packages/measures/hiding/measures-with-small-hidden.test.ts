import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { measureGroups } from "../counting/measure-groups.ts";
import { causesWithSmallHidden } from "./causes-with-small-hidden.ts";
import { groupsWithSmallHidden } from "./groups-with-small-hidden.ts";

const plan = { indicators: [{ id: "water", weight: 10_000 }], cutoff: 10_000 };

function village(group: string, poor: number, other: number) {
  return [
    { id: `${group} poor`, group, people: poor, deprived: [true] },
    { id: `${group} other`, group, people: other, deprived: [false] },
  ];
}

describe("groupsWithSmallHidden", () => {
  it("shows groups that are large on both sides, without ids", () => {
    const { groups } = measureGroups(plan, [...village("a", 6, 40), ...village("b", 0, 30)]);
    const { shown, hidden } = groupsWithSmallHidden(groups);
    expect(shown.map(({ group, poor, people }) => [group, poor, people])).toEqual([
      ["a", 6, 46],
      ["b", 0, 30],
    ]);
    expect(hidden).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain("Ids");
  });

  it.each([
    ["few poor", 3, 40],
    ["few others", 40, 2],
  ])("hides a group with %s, and another with it", (_, poor, other) => {
    const rows = [
      ...village("a", poor, other),
      ...village("b", 20, 30),
      ...village("c", 50, 60),
      ...village("d", 9, 12),
    ];
    const { shown, hidden } = groupsWithSmallHidden(measureGroups(plan, rows).groups);
    expect(hidden).toContain("a");
    expect(hidden.length).toBeGreaterThan(1);
    expect(shown.length + hidden.length).toBe(4);
  });

  it("of no groups is nothing", () => {
    expect(groupsWithSmallHidden([])).toEqual({ shown: [], hidden: [] });
  });
});

describe("causesWithSmallHidden", () => {
  const households = (count: number, causes: readonly string[]) =>
    Array.from({ length: count }, (_, at) => ({ id: `${causes} ${at}`, causes }));

  it.each([
    ["all four large", [10, 7, 8, 9], 10],
    ["nobody with only the first", [10, 0, 8, 9], 10],
    ["too few with both", [4, 7, 8, 9], "HIDDEN"],
    ["too few with only the first, who would follow by subtraction", [10, 2, 8, 9], "HIDDEN"],
    ["too few with only the second", [10, 7, 1, 9], "HIDDEN"],
    ["too few with neither", [10, 7, 8, 3], "HIDDEN"],
  ] as const)("of a pair with %s", (_, [both, first, second, neither], count) => {
    const rows = [
      ...households(both, ["illness", "school"]),
      ...households(first, ["illness"]),
      ...households(second, ["school"]),
      ...households(neither, []),
    ];
    expect(causesWithSmallHidden(rows)?.pairs).toEqual([{ first: "illness", second: "school", count }]);
  });

  it("hides a cause that nearly all have, since the others are few", () => {
    const rows = [...households(30, ["illness"]), ...households(3, ["school"])];
    expect(causesWithSmallHidden(rows)?.causes).toEqual([
      { cause: "illness", count: "HIDDEN" },
      { cause: "school", count: "HIDDEN" },
    ]);
  });

  it("shows nothing of fewer households than a group", () => {
    expect(causesWithSmallHidden(households(4, ["illness"]))).toBeUndefined();
  });

  const seed = runSeed();
  it(`shows no count and no difference of 1 to 4 (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < 200; round++) {
      const rows = Array.from({ length: 5 + draw.below(40) }, (_, at) => ({
        id: `H${at}`,
        causes: ["a", "b", "c"].filter(() => draw.chance(1, 2)),
      }));
      const found = causesWithSmallHidden(rows);
      const counts = new Map(found?.causes.map(({ cause, count }) => [cause, count]));
      const told = (found?.pairs ?? []).flatMap(({ first, second, count }) => {
        const [a, b] = [counts.get(first), counts.get(second)];
        if (typeof count !== "number" || typeof a !== "number" || typeof b !== "number") return [];
        return [count, a, b, a - count, b - count, rows.length - a - b + count];
      });
      expect(told.filter((count) => count > 0 && count < 5)).toEqual([]);
    }
  });
});
