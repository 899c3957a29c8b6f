import { describe } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { hill, people } from "../testing/test-scene.ts";

const { grid } = people;

describe("closeHousehold", () => {
  refuses("closeHousehold", [
    ["HOUSEHOLD_INHABITED", "kept", grid, { household: hill.household, because: "emptied" }],
    ["HOUSEHOLD_ENDED", "closed", grid, { household: hill.household, because: "left" }],
  ]);
});
