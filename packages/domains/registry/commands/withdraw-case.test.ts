import { describe } from "vitest";
import { exit, said } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { citizen, stranger, bureau, leader } = people;

describe("withdrawCase", () => {
  refuses("withdrawCase", [
    ["CASE_UNKNOWN", "kept", citizen, said],
    ["CASE_STAGE", "monitored", citizen, said],
    ["CASE_STAGE", "exiting", citizen, { case: exit }],
    ["NOT_KEEPER", "applied", stranger, said],
    ["NOT_KEEPER", "applied", bureau, { case: said.case }],
    ["NOT_ALLOWED", "applied", leader, said],
  ]);
});
