import { describe } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { hill, importId, people, ridge } from "../testing/test-scene.ts";

const { grid } = people;

describe("withdrawHouseholds", () => {
  refuses("withdrawHouseholds", [
    ["NOT_OF_IMPORT", "kept", grid, { import: importId, households: [hill.household] }],
    ["CHANGED_SINCE", "merged", grid, { import: importId, households: [ridge.household] }],
    ["CHANGED_SINCE", "worked", grid, { import: importId, households: [ridge.household] }],
  ]);
});
