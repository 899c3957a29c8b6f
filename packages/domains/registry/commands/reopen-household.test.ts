import { describe } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { hill, people } from "../testing/test-scene.ts";

const { grid, bureau } = people;

describe("reopenHousehold", () => {
  refuses("reopenHousehold", [
    ["HOUSEHOLD_OPEN", "kept", grid, { household: hill.household }],
    ["NOT_KEEPER", "closed", bureau, { household: hill.household }],
    ["HOUSEHOLD_MERGED", "merged", grid, { household: hill.household }],
  ]);
});
