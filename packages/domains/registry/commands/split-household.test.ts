import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { head, refuses, wife } from "../testing/test-refusal-rows.ts";
import { fresh, hill, lake, people } from "../testing/test-scene.ts";

const { grid } = people;
const split = { from: hill.household, people: [wife], household: fresh.household, area: "hill", content: hex("c1") };

describe("splitHousehold", () => {
  refuses("splitHousehold", [
    ["NOBODY_LEFT", "kept", grid, { ...split, people: [head, wife] }],
    ["SUBJECT_EXISTS", "kept", grid, { ...split, household: lake.household }],
    ["NOT_IN_AREA", "kept", grid, { ...split, area: "abroad" }],
  ]);
});
