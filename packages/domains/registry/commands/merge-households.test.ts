import { describe } from "vitest";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, people } from "../testing/test-scene.ts";

const { grid } = people;

describe("mergeHouseholds", () => {
  refuses("mergeHouseholds", [
    ["SAME_HOUSEHOLD", "kept", grid, { from: hill.household, to: hill.household }],
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { from: nobody, to: hill.household }],
  ]);
});
