import { describe } from "vitest";
import { exit, part, said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { leader, grid, secretary } = people;
const returning = { ...said, case: exit, part };

describe("returnToMonitoring", () => {
  refuses("returnToMonitoring", [
    ["CASE_UNKNOWN", "kept", leader, returning],
    ["CASE_STAGE", "monitored", leader, { ...returning, case: said.case }],
    ["CASE_STAGE", "left", leader, returning],
    ["NOT_ALLOWED", "exiting", grid, returning],
    ["NOT_KEEPER", "exiting", { ...secretary, roles: ["leader"] }, returning],
    ["BASE_AHEAD", "exiting", leader, { ...returning, part: { ...part, base: 3 } }],
    ["HOUSEHOLD_ENDED", "closedWhileObserved", leader, returning],
  ]);
});
