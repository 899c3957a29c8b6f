import { describe, expect, it } from "vitest";
import type { Share } from "../share.ts";
import { classifyVillage, type VillageRules } from "./classify-village.ts";

const rules: VillageRules = {
  rules: [
    { villageClass: "closeCare", all: [{ share: "monitored", atLeast: 500 }] },
    {
      villageClass: "emptying",
      all: [
        { share: "elderly", atLeast: 3_000 },
        { share: "migrant", atLeast: 4_000 },
      ],
    },
    {
      villageClass: "working",
      all: [
        { share: "migrant", atLeast: 4_000 },
        { share: "elderly", below: 3_000 },
      ],
    },
  ],
  otherwise: "steady",
};

function shares(monitored: Share, elderly: Share, migrant: Share): Record<string, Share> {
  return { monitored, elderly, migrant };
}

const none = { part: 0, whole: 1 };

describe("classifyVillage", () => {
  it.each([
    ["on the first bound", shares({ part: 5, whole: 100 }, none, none), "closeCare"],
    ["a person below it", shares({ part: 4_999, whole: 100_000 }, none, none), "steady"],
    ["old and away", shares(none, { part: 3, whole: 10 }, { part: 4, whole: 10 }), "emptying"],
    ["young and away", shares(none, { part: 29, whole: 100 }, { part: 4, whole: 10 }), "working"],
    ["a third where 33.33 % is the shown share", shares(none, { part: 1, whole: 3 }, none), "steady"],
    [
      "two classes at once: the first",
      shares({ part: 1, whole: 2 }, { part: 1, whole: 2 }, { part: 1, whole: 2 }),
      "closeCare",
    ],
  ])("%s", (_, given, villageClass) => {
    expect(classifyVillage(rules, given)).toMatchObject({ villageClass });
  });

  it("says why, with the village's own shares", () => {
    const value = { part: 5, whole: 100 };
    expect(classifyVillage(rules, shares(value, none, none))).toEqual({
      villageClass: "closeCare",
      because: [{ share: "monitored", atLeast: 500, value }],
    });
  });

  it("names the share on which the answer hangs instead of passing over it", () => {
    expect(classifyVillage(rules, { elderly: none, migrant: none })).toEqual({ missing: "monitored" });
  });

  it("does not mind an unknown share on which nothing hangs", () => {
    expect(classifyVillage(rules, { monitored: none, migrant: none })).toMatchObject({ villageClass: "steady" });
    expect(classifyVillage(rules, { monitored: none, elderly: none })).toEqual({ missing: "migrant" });
  });
});
