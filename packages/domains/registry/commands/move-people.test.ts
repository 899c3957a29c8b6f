import { describe } from "vitest";
import { alone, laker, refuses, wife } from "../testing/test-refusal-rows.ts";
import { hill, people, ridge } from "../testing/test-scene.ts";

const { grid, bureau } = people;

describe("movePeople", () => {
  refuses("movePeople", [
    ["SAME_HOUSEHOLD", "kept", grid, { from: hill.household, to: hill.household, people: [wife] }],
    ["PERSON_ELSEWHERE", "kept", grid, { from: hill.household, to: ridge.household, people: [laker] }],
    ["NOBODY_LEFT", "kept", grid, { from: ridge.household, to: hill.household, people: [alone] }],
    ["NOT_KEEPER", "kept", bureau, { from: hill.household, to: ridge.household, people: [wife] }],
    ["PERSON_ELSEWHERE", "ended", grid, { from: hill.household, to: ridge.household, people: [wife] }],
  ]);
});
