import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { faultyMax, isQuorum } from "./quorum.ts";

const rosterOf = (powers: readonly number[]) => sceneRosterOf(sceneNodes(powers.length), { powers });
const most = Number.MAX_SAFE_INTEGER;

describe("a quorum", () => {
  it.each([
    ["nobody", [1], [], false],
    ["one of one", [1], [0], true],
    ["two of three: not more than two thirds", [1, 1, 1], [0, 1], false],
    ["three of three", [1, 1, 1], [0, 1, 2], true],
    ["two of four", [1, 1, 1, 1], [0, 1], false],
    ["three of four", [1, 1, 1, 1], [1, 2, 3], true],
    ["the same one three times", [1, 1, 1, 1], [2, 2, 2], false],
    ["numbers that are no members", [1, 1, 1, 1], [1, 4, 5, -1, 0.5], false],
    ["one who holds more than two thirds", [7, 1, 1, 1], [0], true],
    ["all but the strong one", [7, 1, 1, 1], [1, 2, 3], false],
    ["powers whose sum no number holds, one short", [most, most, most], [0, 1], false],
    ["powers whose sum no number holds, whole", [most, most, most - 1], [0, 1], true],
  ] as [string, number[], number[], boolean][])("%s", (_, powers, members, expected) => {
    expect(isQuorum(rosterOf(powers), members)).toBe(expected);
  });

  it.each([
    [[1], 0],
    [[1, 1, 1], 0],
    [[1, 1, 1, 1], 1],
    [[1, 1, 1, 1, 1, 1], 1],
    [[1, 1, 1, 1, 1, 1, 1], 2],
    [[3, 2, 2, 2], 0],
    [[3, 1, 1, 1, 1, 1, 1, 1], 1],
  ])("of powers %j stands though %i fail", (powers, expected) => {
    expect(faultyMax(rosterOf(powers))).toBe(expected);
  });
});
