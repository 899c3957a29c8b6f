import { accountOf, hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { peoplePerHouseholdMax } from "../schema.ts";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, people, ridge } from "../testing/test-scene.ts";

const { grid } = people;
const crowd = Array.from({ length: peoplePerHouseholdMax }, (_, at) => ({
  subject: accountOf(0x1000 + at),
  content: hex("c1"),
}));
const newcomer = { subject: accountOf(0x1000), content: hex("c1") };

describe("addPeople", () => {
  refuses("addPeople", [
    ["HOUSEHOLD_FULL", "kept", grid, { household: hill.household, because: "birth", people: crowd }],
    ["SUBJECT_EXISTS", "kept", grid, { household: hill.household, because: "birth", people: ridge.people }],
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { household: nobody, because: "birth", people: [newcomer] }],
  ]);
});
