import { describe, expect, it } from "vitest";
import {
  addressWeights,
  birthWeights,
  identityWeights,
  nameWeights,
  phoneWeights,
  sexWeights,
  villageWeights,
  type Weight,
} from "./weights.ts";

const tables: [string, Readonly<Record<string, Weight>>][] = [
  ["identity numbers", identityWeights],
  ["births", birthWeights],
  ["names", nameWeights],
  ["sexes", sexWeights],
  ["villages", villageWeights],
  ["addresses", addressWeights],
  ["phones", phoneWeights],
];

describe.each(tables)("the weights of %s", (_, weights) => {
  it.each(Object.entries(weights))("%s: ten times the binary logarithm of m by u", (_level, { m, u, points }) => {
    expect(points).toBe(Math.round(10 * Math.log2(m / u)));
  });

  it("share out all pairs of one person among the levels", () => {
    expect(Object.values(weights).reduce((sum, { m }) => sum + m, 0)).toBe(1_000_000_000);
  });
});
