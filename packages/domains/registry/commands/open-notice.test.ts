import { describe } from "vitest";
import { said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { clerk, bureau, grid, approver } = people;

describe("openNotice", () => {
  refuses("openNotice", [
    ["CASE_UNKNOWN", "kept", clerk, said],
    ["CASE_STAGE", "checked", clerk, said],
    ["CASE_STAGE", "spokenAgainst", clerk, said],
    ["NOT_KEEPER", "passed", bureau, said],
    ["NOT_ALLOWED", "passed", grid, said],
    ["NOT_ALLOWED", "passed", approver, said],
  ]);
});
