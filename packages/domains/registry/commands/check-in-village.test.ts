import { describe } from "vitest";
import { said } from "../testing/test-case-stages.ts";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, clerk, secretary, reviewer } = people;

describe("checkInVillage", () => {
  refuses("checkInVillage", [
    ["CASE_UNKNOWN", "kept", grid, said],
    ["CASE_UNKNOWN", "applied", grid, { ...said, case: nobody }],
    ["CASE_STAGE", "checked", grid, said],
    ["HOUSEHOLD_ENDED", "caseOfClosed", grid, said],
    ["NOT_KEEPER", "applied", clerk, said],
    ["NOT_KEEPER", "applied", secretary, said],
    ["NOT_ALLOWED", "applied", reviewer, said],
  ]);
});
