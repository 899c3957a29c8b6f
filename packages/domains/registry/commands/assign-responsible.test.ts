import { describe } from "vitest";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, people } from "../testing/test-scene.ts";

const { grid, leader, secretary } = people;
const responsible = { account: secretary.account, households: [hill.household] };

describe("assignResponsible", () => {
  refuses("assignResponsible", [
    ["PERSON_ACCOUNT_UNKNOWN", "kept", leader, { account: nobody, households: [hill.household] }],
    ["NOT_KEEPER", "kept", { ...leader, organisation: "bureau" }, responsible],
    ["NOT_ALLOWED", "kept", grid, responsible],
    ["HOUSEHOLD_ENDED", "closed", leader, responsible],
  ]);
});
