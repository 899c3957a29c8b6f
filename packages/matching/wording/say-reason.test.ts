import { describe, expect, it } from "vitest";
import { birthWeights, identityWeights, nameWeights, phoneWeights } from "../scoring/weights.ts";
import { sayReason } from "./say-reason.ts";

describe("a reason in words", () => {
  it("is there for every level of the fields", () => {
    const levelsOf = <Level extends string>(weights: Record<Level, unknown>) => Object.keys(weights) as Level[];
    const reasons = [
      ...levelsOf(identityWeights).map((level) => ({ field: "identityNumber", level, points: 0 }) as const),
      ...levelsOf(nameWeights).map((level) => ({ field: "name", level, points: 0 }) as const),
      ...levelsOf(birthWeights).map((level) => ({ field: "birth", level, points: 0 }) as const),
      ...levelsOf(phoneWeights).map((level) => ({ field: "phone", level, points: 0 }) as const),
    ];
    const said = reasons.map((reason) => sayReason(reason));
    expect(new Set(said.map(({ zh }) => zh)).size).toBe(reasons.length);
    expect(new Set(said.map(({ en }) => en)).size).toBe(reasons.length);
  });

  it("says how many people have such a name, and why something that agrees is not counted", () => {
    expect(sayReason({ field: "name", level: "sameSound", points: 96, bearers: 214 })).toEqual({
      en: "Names sound the same (214 people)",
      zh: "姓名同音（共214人）",
    });
    expect(sayReason({ field: "phone", level: "same", points: 0, silent: "family" }).zh).toBe(
      "电话相同（家庭成员常共有，不计分）",
    );
  });
});
