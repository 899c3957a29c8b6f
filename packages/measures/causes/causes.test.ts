import { describe, expect, it } from "vitest";
import { countCauses } from "./count-causes.ts";
import { pairCauses } from "./pair-causes.ts";

const rows = [
  { id: "a", causes: ["illness", "school"] },
  { id: "b", causes: ["illness"] },
  { id: "c", causes: ["school", "illness", "disaster"] },
  { id: "d", causes: [] },
  { id: "e", causes: ["disaster", "disaster"] },
];

describe("countCauses", () => {
  it("counts all and main causes, the most first, then by code", () => {
    expect(countCauses(rows)).toEqual([
      { cause: "illness", ids: ["a", "b", "c"], mainIds: ["a", "b"] },
      { cause: "disaster", ids: ["c", "e"], mainIds: ["e"] },
      { cause: "school", ids: ["a", "c"], mainIds: ["c"] },
    ]);
  });
});

describe("pairCauses", () => {
  it("finds every pair once, the lower code first", () => {
    expect(pairCauses(rows)).toEqual([
      { first: "disaster", second: "illness", ids: ["c"] },
      { first: "disaster", second: "school", ids: ["c"] },
      { first: "illness", second: "school", ids: ["a", "c"] },
    ]);
  });
});
