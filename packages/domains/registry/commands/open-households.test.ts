import { describe } from "vitest";
import { head, refuses, wife } from "../testing/test-refusal-rows.ts";
import { fresh, hill, people } from "../testing/test-scene.ts";

const { grid, leader, admin } = people;

describe("openHouseholds", () => {
  refuses("openHouseholds", [
    ["SUBJECT_EXISTS", "kept", grid, { households: [hill] }],
    ["SUBJECT_EXISTS", "kept", grid, { households: [{ ...fresh, household: head }] }],
    ["SUBJECT_EXISTS", "kept", grid, { households: [{ ...fresh, people: hill.people }] }],
    ["NOT_IN_AREA", "kept", grid, { households: [{ ...fresh, area: "moon" }] }],
    ["NOT_IN_AREA", "kept", grid, { households: [{ ...fresh, area: "abroad" }] }],
    ["NOT_ALLOWED", "kept", leader, { households: [fresh] }],
    ["NOT_ALLOWED", "kept", admin, { households: [fresh] }],
    ["BODY_INVALID", "kept", grid, { households: [fresh, fresh] }],
    ["BODY_INVALID", "kept", grid, { households: [{ ...fresh, name: "in clear" }] }],
    ["BODY_INVALID", "kept", grid, { households: [{ ...fresh, people: [] }] }],
    ["SUBJECT_ERASED", "erased", grid, { households: [{ ...fresh, household: wife }] }],
  ]);
});
